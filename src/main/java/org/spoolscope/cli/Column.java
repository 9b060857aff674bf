package org.spoolscope.cli;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// A column of a [Table].
///
/// @param right whether its cells end at one line, as numbers do
/// @param max columns that a cell may take; what is longer is cut
record Column(DisplayText title, boolean right, int max) {
    private static final int WIDE = 200;

    /// @param key of the title in `words.properties`
    static Column text(String key) {
        return new Column(Words.get(key), false, WIDE);
    }

    static Column text(String key, int max) {
        return new Column(Words.get(key), false, max);
    }

    static Column number(String key) {
        return new Column(Words.get(key), true, WIDE);
    }
}
