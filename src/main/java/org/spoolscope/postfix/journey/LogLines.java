package org.spoolscope.postfix.journey;

import java.io.IOException;
import org.spoolscope.model.LogWindow;

/// Lines that can be read again from the start: a window in memory, files.
@FunctionalInterface
public interface LogLines {
    /// Hands over all lines, oldest first, numbered in order.
    void read(LogWindow.Reader reader) throws IOException;
}
