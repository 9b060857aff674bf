package org.spoolscope.postfix.filter;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

/// A mistake in a filter: what it is, in words for the one who typed it, and where.
public final class FilterSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String sentence;

    FilterSyntaxException(int column, String key, Object... arguments) {
        this(column, Words.get("filter." + key, arguments));
    }

    private FilterSyntaxException(int column, DisplayText sentence) {
        super("column " + column + ": " + sentence);
        this.column = column;
        this.sentence = sentence.toString();
    }

    /// Counted in characters from 1; one past the end when something is missing there.
    public int column() {
        return column;
    }

    /// What is wrong and what would be right, without the column.
    public DisplayText sentence() {
        return DisplayText.of(sentence);
    }
}
