/// When a queue, or a part of it, will be empty: from how many messages there were at which time,
/// and nothing else.
///
/// Imports: model. Threading: a meter belongs to one thread.
@NullMarked
package org.spoolscope.monitor.drain;

import org.jspecify.annotations.NullMarked;
