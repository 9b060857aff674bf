package org.spoolscope.postfix.filter;

import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.log.LogLine;

/// Which lines of a log are meant: the language of [Filter] with the keys of [LogKey]. A bare word
/// is looked for in the whole line behind its time.
///
/// Immutable; matching leaves next to nothing for the collector, so that a window of hundreds of
/// thousands of lines is searched while it is typed.
public final class LogFilter {
    /// Matches every line; what an empty text means.
    public static final LogFilter EVERYTHING = new LogFilter("", new Condition.Always<>());

    private final String text;
    private final Condition<LogVocabulary.Subject> condition;

    private LogFilter(String text, Condition<LogVocabulary.Subject> condition) {
        this.text = text;
        this.condition = condition;
    }

    /// Reads a filter.
    ///
    /// @param judgement by what the keys `cause` and `provider` are told
    /// @throws FilterSyntaxException for a mistake, with its column
    public static LogFilter parse(String text, Judgement judgement) throws FilterSyntaxException {
        return text.isBlank()
                ? EVERYTHING
                : new LogFilter(
                        text, new FilterParser<>(text, new LogVocabulary(judgement)).parse());
    }

    /// Whether the line is meant.
    ///
    /// @param server the name of the server whose log it is in
    public boolean matches(LogLine line, String server) {
        return condition.holds(new LogVocabulary.Subject(line, server));
    }

    /// As it was written.
    @Override
    public String toString() {
        return text;
    }
}
