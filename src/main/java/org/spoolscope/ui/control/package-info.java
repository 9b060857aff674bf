/// The small parts that pages are built of. This is the only package that puts text on nodes, and
/// it takes [org.spoolscope.model.DisplayText] only, so that no foreign text reaches the screen raw
/// (an ArchUnit rule holds that), and addresses can be hidden in one place ([AddressHiding]).
///
/// Imports: `model`, `ui.theme`. Threading: JavaFX thread, except [Times], which is immutable.
@NullMarked
package org.spoolscope.ui.control;

import org.jspecify.annotations.NullMarked;
