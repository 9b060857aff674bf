/// The box in which a filter is typed, on every page that has one: it tells mistakes with their
/// column, offers the keys, and shows the language on half a page.
///
/// Imports: `model`, `postfix.filter`, `ui.control`, `ui.theme`. Threading: JavaFX thread.
@NullMarked
package org.spoolscope.ui.filter;

import org.jspecify.annotations.NullMarked;
