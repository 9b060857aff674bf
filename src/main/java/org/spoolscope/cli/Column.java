package org.spoolscope.cli;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// A column of a [Table].
///
/// @param right whether its cells end at one line, as numbers do
/// @param min columns of the terminal that it takes at least
/// @param max columns of the terminal that a cell may take; what is longer is cut
record Column(DisplayText title, boolean right, int min, int max) {
    private static final int WIDE = 200;

    /// @param key of the title in `words.properties`
    static Column text(String key) {
        return new Column(Words.get(key), false, 0, WIDE);
    }

    static Column number(String key) {
        return new Column(Words.get(key), true, 0, WIDE);
    }

    Column atLeast(int columns) {
        return new Column(title, right, columns, max);
    }

    Column atMost(int columns) {
        return new Column(title, right, min, columns);
    }
}
