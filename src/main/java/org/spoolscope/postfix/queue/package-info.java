/// The queues of a server's instances as its log tells of them
/// ([org.spoolscope.postfix.queue.LiveQueue]), put right by listings.
///
/// Folds [org.spoolscope.postfix.log.LogLine]s in the order of the log; all that is remembered
/// besides the messages themselves is bounded, and no line is an error. No threads, no I/O, no
/// clock: what is here belongs to the one who folds; what it hands out is immutable.
@NullMarked
package org.spoolscope.postfix.queue;

import org.jspecify.annotations.NullMarked;
