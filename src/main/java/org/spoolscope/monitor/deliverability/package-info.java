/// What a server shows of itself when it sends, found on the server: its addresses and names, and
/// the domains and DKIM selectors that its log shows; and what the DNS says of these.
///
/// Imports: dns, monitor, monitor.blocklist, monitor.follow, monitor.lookup, postfix, ssh, model.
/// Threading: see each type; no thread is made here.
@NullMarked
package org.spoolscope.monitor.deliverability;

import org.jspecify.annotations.NullMarked;
