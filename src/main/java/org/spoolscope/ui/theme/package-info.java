/// How the window looks: fonts, colour tokens in two appearances, one rule file, and the names of
/// style classes as constants.
///
/// Imports: JavaFX and AtlantaFX. Threading: [Tokens] is immutable and may be read anywhere;
/// [Theme] belongs to the JavaFX thread.
@NullMarked
package org.spoolscope.ui.theme;

import org.jspecify.annotations.NullMarked;
