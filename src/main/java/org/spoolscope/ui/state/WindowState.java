package org.spoolscope.ui.state;

import java.util.HashMap;
import java.util.Map;

/// What the window remembers from one run to the next, such as the columns of a table: short texts
/// under names. JavaFX thread.
public interface WindowState {
    /// Empty where nothing is remembered.
    String get(String name);

    /// Remembers a text; an empty one is forgotten.
    void put(String name, String text);

    /// One that remembers nothing longer than this run.
    static WindowState ofThisRun() {
        Map<String, String> texts = new HashMap<>();
        return new WindowState() {
            @Override
            public String get(String name) {
                return texts.getOrDefault(name, "");
            }

            @Override
            public void put(String name, String text) {
                texts.put(name, text);
            }
        };
    }
}
