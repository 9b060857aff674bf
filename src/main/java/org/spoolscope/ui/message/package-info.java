/// The Message page: the journey of one message, from the lines that are in memory, as a timeline.
///
/// Imports: `model`, `postfix.journey`, `ui.control`, `ui.fx`, `ui.theme`. Threading: JavaFX
/// thread, except where it says otherwise.
@NullMarked
package org.spoolscope.ui.message;

import org.jspecify.annotations.NullMarked;
