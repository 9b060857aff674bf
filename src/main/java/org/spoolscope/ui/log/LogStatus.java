package org.spoolscope.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Tone;

/// What is known of the logs that the page shows, in words.
///
/// @param summary one line for the head of the page
/// @param sources where the lines come from, or why there are none
/// @param notUnderstood lines of Postfix's that no rule knows
/// @param foreign lines that are not Postfix's
/// @param empty why the list is empty, if it is
public record LogStatus(
        DisplayText summary, List<Source> sources, long notUnderstood, long foreign, Empty empty) {
    /// Less than this behind is the way of a live log.
    static final long BEHIND = 1 << 20;

    /// Why there is nothing in the list.
    public enum Empty {
        /// There is something in it.
        NO,
        NO_SERVERS,
        /// No log is readable.
        NO_LOG,
        /// No line has come yet.
        NO_LINES,
        NOTHING_MATCHES
    }

    /// One server's log.
    ///
    /// @param grant the line that would make it readable, or null
    /// @param progress from 0 to 1 while older lines are read, else NaN
    public record Source(
            DisplayText text, Tone tone, @Nullable DisplayText grant, double progress) {}

    public static final LogStatus NOTHING =
            new LogStatus(DisplayText.EMPTY, List.of(), 0, 0, Empty.NO_SERVERS);

    public LogStatus {
        sources = List.copyOf(sources);
    }

    /// @param servers those in the page's scope
    /// @param mostBehind per server, how far behind its log was at most, in bytes
    static LogStatus of(
            List<ServerSnapshot> servers, LogAnswer answer, Map<String, Long> mostBehind) {
        if (servers.isEmpty()) {
            return NOTHING;
        }
        List<Source> sources = new ArrayList<>();
        long lines = 0;
        long notUnderstood = 0;
        long foreign = 0;
        boolean readable = false;
        for (ServerSnapshot server : servers) {
            LogSnapshot log = server.log();
            lines += log.lines();
            notUnderstood += log.notUnderstood();
            foreign += log.foreign();
            boolean reads =
                    log.source() instanceof LogSource.File
                            || log.source() instanceof LogSource.Journal;
            readable |= reads || log.lines() > 0;
            for (Source source : sources(server, mostBehind.getOrDefault(server.name(), 0L))) {
                if (servers.size() == 1 || source.tone() != Tone.OK) {
                    sources.add(source);
                }
            }
        }
        return new LogStatus(
                summary(servers, answer, lines),
                sources,
                notUnderstood,
                foreign,
                empty(answer, readable, lines));
    }

    private static Empty empty(LogAnswer answer, boolean readable, long lines) {
        if (answer.lines() > 0) {
            return Empty.NO;
        }
        if (!readable) {
            return Empty.NO_LOG;
        }
        return lines == 0 || !answer.query().narrows() ? Empty.NO_LINES : Empty.NOTHING_MATCHES;
    }

    private static DisplayText summary(List<ServerSnapshot> servers, LogAnswer answer, long lines) {
        String of =
                servers.size() == 1
                        ? servers.getFirst().name()
                        : Words.get("log.summary.servers", servers.size()).toString();
        return answer.query().narrows()
                ? Words.get(
                        "log.summary.match",
                        Figures.count(lines),
                        of,
                        Figures.count(answer.lines()))
                : Words.get("log.summary", Figures.count(lines), of);
    }

    /// All that a server logs to: an instance may have a file of its own.
    private static List<Source> sources(ServerSnapshot server, long mostBehind) {
        List<LogSource> known = server.log().sources();
        if (known.isEmpty()) {
            return List.of(source(server, null, mostBehind));
        }
        return known.stream().map(one -> source(server, one, mostBehind)).toList();
    }

    private static Source source(
            ServerSnapshot server, @Nullable LogSource source, long mostBehind) {
        LogSnapshot log = server.log();
        String name = server.name();
        DisplayText where = where(source);
        if (source instanceof LogSource.Unreadable(_, _, String grant)) {
            return new Source(
                    Words.get("log.source", name, where),
                    Tone.WARN,
                    DisplayText.of(grant),
                    Double.NaN);
        }
        if (source == null || source instanceof LogSource.None) {
            return new Source(Words.get("log.source", name, where), Tone.OFF, null, Double.NaN);
        }
        if (!server.link().isUp()) {
            String link = server.link() instanceof Link.Paused ? "paused" : "no-link";
            return new Source(
                    Words.get("log.source." + link, name, where), Tone.OFF, null, Double.NaN);
        }
        if (!log.trouble().isEmpty()) {
            return new Source(
                    Words.get("log.source.trouble", name, where, log.trouble()),
                    Tone.WARN,
                    null,
                    Double.NaN);
        }
        if (log.behind() > BEHIND) {
            return new Source(
                    Words.get("log.source.behind", name, where, Figures.bytes(log.behind())),
                    Tone.NEUTRAL,
                    null,
                    1 - (double) log.behind() / Math.max(mostBehind, log.behind()));
        }
        return new Source(Words.get("log.source", name, where), Tone.OK, null, Double.NaN);
    }

    private static DisplayText where(@Nullable LogSource source) {
        return switch (source) {
            case null -> Words.get("log.source.looking");
            case LogSource.None(String why) -> Words.get("log.source.none", why);
            case LogSource.File(String path, String why) -> Words.get("log.source.file", path, why);
            case LogSource.Journal(String why) -> Words.get("log.source.journal", why);
            case LogSource.Unreadable(String path, String why, _) ->
                    Words.get("log.source.unreadable", path, why);
        };
    }

    /// The filter that finds the lines that were not understood.
    static DisplayText filterOf(Outcome outcome) {
        return DisplayText.of("event:" + outcome.name().toLowerCase(Locale.ROOT));
    }
}
