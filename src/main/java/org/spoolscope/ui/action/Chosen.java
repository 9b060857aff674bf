package org.spoolscope.ui.action;

import java.util.function.BiConsumer;
import org.spoolscope.model.QueuedMessage;

/// Messages that a person chose, as they were then. Safe for any thread.
@FunctionalInterface
public interface Chosen {
    /// Goes through all of them.
    ///
    /// @param each told the server's name and the message
    void forEach(BiConsumer<String, QueuedMessage> each);
}
