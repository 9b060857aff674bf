/// The journal of actions: what was done to queued mail from here, kept for good.
///
/// `actions.jsonl` in the configuration folder: one JSON object a line, appended and flushed to the
/// disk before an action touches anything and after each of its steps. It holds queue ids, counts
/// and reasons, and no address. Each line carries a check sum over itself and all lines before it,
/// so that an edited line is found. Imports: `model`, Jackson.
@NullMarked
package org.spoolscope.store.actions;

import org.jspecify.annotations.NullMarked;
