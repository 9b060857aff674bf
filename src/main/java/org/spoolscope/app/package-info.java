/// The program: `Main` and the wiring, by hand, through constructors. The only package that sees
/// all others; nothing may import it.
@NullMarked
package org.spoolscope.app;

import org.jspecify.annotations.NullMarked;
