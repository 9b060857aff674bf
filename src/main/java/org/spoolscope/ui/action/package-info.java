/// Actions on queued mail as a person meets them: what can be done to what is chosen, the question
/// before it, its way and its outcome, and the page of all that was ever done.
///
/// Imports: `ui.control`, `ui.fx`, `ui.settings`, `ui.shell`, `ui.theme`, `monitor`,
/// `monitor.action`, `model`. Threading: the JavaFX thread; what blocks goes to `ui.fx.Background`.
@NullMarked
package org.spoolscope.ui.action;

import org.jspecify.annotations.NullMarked;
