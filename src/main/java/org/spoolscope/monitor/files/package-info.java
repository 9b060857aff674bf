/// Reads logs that lie on this computer: cut into chunks of whole lines, parsed on as many cores as
/// help, counted in the log's order.
///
/// Imports `postfix`. Threads are started for one file and end with it.
@NullMarked
package org.spoolscope.monitor.files;

import org.jspecify.annotations.NullMarked;
