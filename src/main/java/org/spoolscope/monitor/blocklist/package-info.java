/// Watching what the blocklists say of each server's addresses.
///
/// Imports: dns, ssh, store, model, [org.spoolscope.monitor.lookup]. Threading: see each type.
@NullMarked
package org.spoolscope.monitor.blocklist;

import org.jspecify.annotations.NullMarked;
