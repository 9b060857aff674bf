/// The window around the pages: header with the search, navigation, status bar, and the way between
/// places with its history.
///
/// Imports: `ui.control`, `ui.filter`, `ui.fx`, `ui.state`, `ui.theme`, `model`. Threading: the
/// JavaFX thread. Pages are handed in by `app`; the shell knows none of them.
@NullMarked
package org.spoolscope.ui.shell;

import org.jspecify.annotations.NullMarked;
