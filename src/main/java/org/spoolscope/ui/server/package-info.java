/// The page of one server: what is wrong in words, its host's figures, and its charts on one time
/// axis.
///
/// Imports: `model`, `ui.theme`, `ui.fx`, `ui.control`, `ui.chart`. Threading: JavaFX thread,
/// except where it says otherwise.
@NullMarked
package org.spoolscope.ui.server;

import org.jspecify.annotations.NullMarked;
