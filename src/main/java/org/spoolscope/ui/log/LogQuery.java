package org.spoolscope.ui.log;

import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.filter.LogFilter;

/// Which lines are asked for.
///
/// @param server its name, or null for all servers
public record LogQuery(LogFilter filter, @Nullable String server) {
    public static final LogQuery EVERYTHING = new LogQuery(LogFilter.EVERYTHING, null);

    LogQuery matching(LogFilter next) {
        return new LogQuery(next, server);
    }

    LogQuery on(@Nullable String next) {
        return new LogQuery(filter, next);
    }

    boolean narrows() {
        return !filter.toString().isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogQuery(LogFilter text, String name)
                && text.toString().equals(filter.toString())
                && java.util.Objects.equals(name, server);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(filter.toString(), server);
    }
}
