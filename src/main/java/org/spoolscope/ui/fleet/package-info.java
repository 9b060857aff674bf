/// The Fleet page: a card per server, worst first.
///
/// Imports: `ui.chart`, `ui.control`, `ui.shell` (as a page of it), `ui.state`, `ui.theme`,
/// `model`. Threading: the JavaFX thread; [org.spoolscope.ui.fleet.CardState] is made anywhere.
@NullMarked
package org.spoolscope.ui.fleet;

import org.jspecify.annotations.NullMarked;
