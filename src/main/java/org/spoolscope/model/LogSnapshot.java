package org.spoolscope.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known from a server's log at one moment.
///
/// @param source null before it was looked for
/// @param behind bytes that are still to be read before this is live; 0 when it is
/// @param lines read since the console was started, those of others included
/// @param foreign lines among them that are not Postfix's
/// @param notUnderstood lines of Postfix's that no rule knows
/// @param window the newest lines
/// @param rates null before any line was read
/// @param destinations busiest first
/// @param causes most frequent first
/// @param gaps oldest first; the newest hundred
public record LogSnapshot(
        @Nullable LogSource source,
        long behind,
        long lines,
        long foreign,
        long notUnderstood,
        LogWindow window,
        @Nullable MailRates rates,
        List<DestinationFigures> destinations,
        List<CauseFigures> causes,
        List<LogGap> gaps) {
    /// Before anything is known.
    public static final LogSnapshot NONE =
            new LogSnapshot(
                    null, 0, 0, 0, 0, LogWindow.keeping(0), null, List.of(), List.of(), List.of());

    public LogSnapshot {
        destinations = List.copyOf(destinations);
        causes = List.copyOf(causes);
        gaps = List.copyOf(gaps);
    }
}
