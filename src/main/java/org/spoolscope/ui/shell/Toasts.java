package org.spoolscope.ui.shell;

import org.spoolscope.model.DisplayText;

/// Short messages at the bottom of the window that go away by themselves. JavaFX thread.
public interface Toasts {
    /// Says something.
    ///
    /// @param detail said beside it, may be empty
    void show(DisplayText text, DisplayText detail);

    /// Says something that can be taken back as long as it is shown, with its button or Ctrl+Z.
    ///
    /// @param undo what the button says
    void offer(DisplayText text, DisplayText detail, DisplayText undo, Runnable action);
}
