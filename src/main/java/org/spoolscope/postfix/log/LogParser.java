package org.spoolscope.postfix.log;

import java.time.InstantSource;
import java.time.ZoneId;

/// Parses lines of a mail log. Never throws on input: a line that no rule knows is
/// [LogEvent#OTHER], one that is not Postfix's [LogEvent#FOREIGN].
///
/// One parser reads one log in order: it infers the year of year-less times from the lines before.
public final class LogParser {
    /// @param zone of times without an offset: the server's
    /// @param clock what a year-less time is compared with
    public LogParser(ZoneId zone, InstantSource clock) {}

    /// Parses the line in `bytes[from, to)`, which holds no line break, into `line`.
    public void parse(byte[] bytes, int from, int to, LogLine line) {
        line.begin(bytes);
    }
}
