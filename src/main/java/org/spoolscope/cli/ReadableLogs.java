package org.spoolscope.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.follow.LogFollower;

/// The log files of a server that its account may read; what can't be read is said.
///
/// @param name the server's configured name
record ReadableLogs(Terminal terminal, String name) {
    /// The files to read.
    ///
    /// @throws Failure when there are none, with what would grant it
    List<String> files(List<LogSource> sources) throws Failure {
        List<String> files =
                sources.stream()
                        .map(ReadableLogs::file)
                        .flatMap(Stream::ofNullable)
                        .limit(LogFollower.MOST_FILES)
                        .toList();
        for (LogSource source : sources) {
            if (source instanceof LogSource.Unreadable(String path, String why, String grant)) {
                if (files.isEmpty()) {
                    throw new Failure(
                            ExitStatus.NOT_ALLOWED,
                            List.of(
                                    Words.get("log.source.unreadable", path, why),
                                    DisplayText.of("  " + grant)));
                }
                terminal.say(Words.get("log.source.unreadable", path, why));
                terminal.say(DisplayText.of("  " + grant));
            }
        }
        if (files.isEmpty()) {
            throw new Failure(ExitStatus.BAD, List.of(Words.get("cli.log.no-file", name)));
        }
        return files;
    }

    private static @Nullable String file(LogSource source) {
        return source instanceof LogSource.File(String path, _) ? path : null;
    }
}
