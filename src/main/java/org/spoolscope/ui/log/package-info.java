/// The Log page: the live tail of one or all servers, coloured by outcome, filtered, frozen, and
/// jumped from.
///
/// Lines stay bytes in their windows: what is kept per line that matches is a number and a time;
/// text is made of the rows in view only. Filtering runs in the background, and goes on where it
/// stopped when lines come.
///
/// Imports: `model`, `postfix.log`, `postfix.filter`, `ui.control`, `ui.filter`, `ui.fx`,
/// `ui.theme`. Threading: JavaFX thread, except where it says otherwise.
@NullMarked
package org.spoolscope.ui.log;

import org.jspecify.annotations.NullMarked;
