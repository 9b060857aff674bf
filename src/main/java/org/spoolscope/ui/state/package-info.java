/// What snapshots come down to on every page: how well a server is, in a tone, a sentence, a few
/// words, and what is ahead of a queued message.
///
/// Imports: `model`, `postfix.schedule`, `ui.control`. Threading: pure functions of immutable
/// snapshots, any thread.
@NullMarked
package org.spoolscope.ui.state;

import org.jspecify.annotations.NullMarked;
