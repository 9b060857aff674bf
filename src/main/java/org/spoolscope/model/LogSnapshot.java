package org.spoolscope.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known from a server's log at one moment.
///
/// @param sources where it is read from; empty before it was looked for
/// @param trouble why it is not read at the moment, though it should be; else empty
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
        List<LogSource> sources,
        String trouble,
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
                    List.of(),
                    "",
                    0,
                    0,
                    0,
                    0,
                    LogWindow.EMPTY,
                    null,
                    List.of(),
                    List.of(),
                    List.of());

    public LogSnapshot {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        causes = List.copyOf(causes);
        gaps = List.copyOf(gaps);
    }

    /// The source that says most: one that is read, else one that can't be read, else none; null
    /// before it was looked for.
    public @Nullable LogSource source() {
        return sources.stream().min(Comparator.comparingInt(LogSnapshot::rank)).orElse(null);
    }

    private static int rank(LogSource source) {
        return switch (source) {
            case LogSource.File _, LogSource.Journal _ -> 0;
            case LogSource.Unreadable _ -> 1;
            case LogSource.None _ -> 2;
        };
    }
}
