/// The Queue page: every message that waits on one or all servers, why it waits, and since when.
///
/// A [org.spoolscope.ui.queue.QueueViewModel] takes snapshots and the person's query, has
/// [org.spoolscope.ui.queue.QueueSearch] answer it off the JavaFX thread, and hands the answer to
/// the view in one step. Imports: the other `ui` packages it is built on, `postfix.filter`,
/// `model`, JavaFX. Threading: views and the view model on the JavaFX thread, searches on any.
@NullMarked
package org.spoolscope.ui.queue;

import org.jspecify.annotations.NullMarked;
