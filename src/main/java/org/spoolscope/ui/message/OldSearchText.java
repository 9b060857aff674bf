package org.spoolscope.ui.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ui.control.Tone;

/// A search of old logs in words: where it is, what was searched, and what could not be and why.
final class OldSearchText {
    private static final int MOST_NAMED = 4;

    private OldSearchText() {}

    /// One thing that is said.
    ///
    /// @param grant the line that would make it readable, or null
    record Said(Tone tone, DisplayText text, @Nullable DisplayText grant) {}

    static List<Said> of(OldSearch.Server server) {
        List<Said> said = new ArrayList<>();
        said.add(state(server));
        if (server.result() instanceof TraceResult.NoFile(List<LogSource> sources)) {
            for (LogSource source : sources) {
                if (source instanceof LogSource.Unreadable(String path, String why, String grant)) {
                    said.add(
                            new Said(
                                    Tone.WARN,
                                    Words.get("log.source.unreadable", path, why),
                                    DisplayText.of(grant)));
                }
            }
        }
        unread(server, SearchedFile.State.DENIED, said);
        unread(server, SearchedFile.State.NO_TOOL, said);
        return said;
    }

    private static Said state(OldSearch.Server server) {
        String name = server.name();
        return switch (server.result()) {
            case null -> server.isRunning() ? running(server) : cancelled(server);
            case TraceResult.NoLink() -> said(Tone.OFF, "no-link", name);
            case TraceResult.NoFile(List<LogSource> sources) ->
                    sources.stream().anyMatch(LogSource.Journal.class::isInstance)
                            ? said(Tone.OFF, "journal", name)
                            : said(Tone.OFF, "no-file", name);
            case TraceResult.Failed(var failure) ->
                    said(Tone.BAD, "failed", name, Wording.of(failure).headline());
            case TraceResult.Searched(var collected) -> searched(server, collected.whole());
        };
    }

    private static Said running(OldSearch.Server server) {
        SearchedFile file = server.file();
        return file == null
                ? said(Tone.NEUTRAL, "waiting", server.name())
                : said(
                        Tone.NEUTRAL,
                        server.round() == 1 ? "reading" : "again",
                        server.name(),
                        file.path(),
                        file.number(),
                        file.of());
    }

    private static Said cancelled(OldSearch.Server server) {
        SearchedFile file = server.file();
        return file == null
                ? said(Tone.OFF, "cancelled", server.name())
                : said(
                        Tone.OFF,
                        "cancelled-at",
                        server.name(),
                        file.path(),
                        file.number(),
                        file.of());
    }

    private static Said searched(OldSearch.Server server, boolean whole) {
        SearchedFile last = server.file();
        if (server.searched() == 0 || last == null) {
            return said(Tone.WARN, "none", server.name());
        }
        if (!whole) {
            return said(Tone.WARN, "cut", server.name(), Figures.count(server.searched()));
        }
        return server.searched() == 1
                ? said(Tone.OK, "one", server.name(), server.first())
                : said(
                        Tone.OK,
                        "searched",
                        server.name(),
                        Figures.count(server.searched()),
                        server.first(),
                        last.path());
    }

    /// Of the files that could not be searched for one reason, the first few by name.
    private static void unread(OldSearch.Server server, SearchedFile.State state, List<Said> said) {
        List<SearchedFile> files =
                server.unread().stream().filter(file -> file.state() == state).toList();
        if (files.isEmpty()) {
            return;
        }
        String named =
                files.stream()
                        .limit(MOST_NAMED)
                        .map(SearchedFile::path)
                        .collect(Collectors.joining(", "));
        Object all =
                files.size() <= MOST_NAMED
                        ? named
                        : Words.get("message.old.and-more", named, files.size() - MOST_NAMED);
        Set<String> tools = new LinkedHashSet<>();
        files.forEach(file -> tools.add(tool(file.path())));
        said.add(
                state == SearchedFile.State.DENIED
                        ? said(Tone.WARN, "denied", server.name(), all)
                        : said(Tone.WARN, "no-tool", server.name(), all, String.join(", ", tools)));
    }

    /// The program that unpacks such a file.
    private static String tool(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "gz" -> "gzip";
            case "bz2" -> "bzip2";
            case "xz" -> "xz";
            default -> "zstd";
        };
    }

    private static Said said(Tone tone, String key, Object... arguments) {
        return new Said(tone, Words.get("message.old." + key, arguments), null);
    }
}
