/// Looks for messages in a server's own logs, the old and compressed ones included, on demand.
///
/// Imports `postfix`, `ssh`, `model`. Blocking; interruption ends the search on the server.
@NullMarked
package org.spoolscope.monitor.search;

import org.jspecify.annotations.NullMarked;
