/// What a server's snapshot comes down to on every page: how well it is, in a tone, a sentence, a
/// few words.
///
/// Imports: `model`, `ui.control`. Threading: pure functions of immutable snapshots, any thread.
@NullMarked
package org.spoolscope.ui.state;

import org.jspecify.annotations.NullMarked;
