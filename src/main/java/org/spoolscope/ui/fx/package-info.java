/// The ways onto and off the JavaFX thread: [PulseSlot] brings the newest value to the screen at
/// most once per frame, [Background] does work off the thread and drops answers that are outdated.
///
/// Imports: JavaFX. Threading: said at each method. No thread is made here.
@NullMarked
package org.spoolscope.ui.fx;

import org.jspecify.annotations.NullMarked;
