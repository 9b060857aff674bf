package org.spoolscope.ui.shell;

import org.spoolscope.model.DisplayText;

/// Something that can be done from everywhere, by its name in the palette.
///
/// @param name what it does, in the words of its button where it has one
/// @param keys what does the same on the keyboard; may be empty
/// @param action on the JavaFX thread
public record Command(DisplayText name, DisplayText keys, Runnable action) {}
