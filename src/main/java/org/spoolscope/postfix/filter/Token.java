package org.spoolscope.postfix.filter;

/// A piece of a filter text.
///
/// @param column of its first character, from 1
/// @param text of a word: quotes removed, unquoted wildcards as [Glob]'s; of a key: the key
/// @param sign of a key: what follows it, `:` or a comparison
record Token(Kind kind, int column, String text, String sign) {
    /// Whether a key asks for sameness, not for a comparison.
    boolean isEquals() {
        return sign.equals(":") || sign.equals("=");
    }

    /// What it is.
    enum Kind {
        OPEN,
        CLOSE,
        OR,
        AND,
        NOT,
        KEY,
        WORD,
        END
    }
}
