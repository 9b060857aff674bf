/// The window: what a person sees and presses. JavaFX lives here (and in `app`), nowhere else.
///
/// Under it, from the ground up: `theme` (tokens, fonts, style classes), `fx` (the ways onto and
/// off the JavaFX thread), `control` (the only package that puts text on nodes), `chart` (drawn off
/// the JavaFX thread), then a package per page, and `shell`, which holds the pages.
///
/// Imports: `monitor` and what lies under it. Threading: everything runs on the JavaFX thread
/// unless it says otherwise; no thread is made here.
@NullMarked
package org.spoolscope.ui;

import org.jspecify.annotations.NullMarked;
