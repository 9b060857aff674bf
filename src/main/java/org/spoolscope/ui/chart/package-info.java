/// Charts over time, drawn off the JavaFX thread: JFreeChart paints onto an image with the theme's
/// colours, a node shows the image, and only the cursor over it is drawn by JavaFX.
///
/// Imports: JFreeChart and Java2D (nowhere else), JavaFX, `model`, `ui.theme`, `ui.fx`,
/// `ui.control`. Threading: records, [ChartPainter] and [Reduction] on any thread; nodes on the
/// JavaFX thread.
@NullMarked
package org.spoolscope.ui.chart;

import org.jspecify.annotations.NullMarked;
