/// Blocklists (DNSBL, RFC 5782): what a list is, and what it says of an address.
///
/// Imports: the JDK, JSpecify and [org.spoolscope.model]. Threading: everything here is immutable.
@NullMarked
package org.spoolscope.model.blocklist;

import org.jspecify.annotations.NullMarked;
