package org.spoolscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.Lines;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.store.LogFile;

/// Local logs as servers: the files of one host are one log, in the order in which they are given.
final class TracedFiles {
    /// So many lines are searched for a header.
    private static final int LOOKED_AT = 1000;

    private final ZoneId zone;
    private final InstantSource clock;

    /// @param zone of times without an offset
    TracedFiles(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    List<JourneySource> sources(List<Path> files) throws IOException {
        Map<String, List<Path>> byHost = new LinkedHashMap<>();
        for (Path file : files) {
            byHost.computeIfAbsent(host(file), _ -> new ArrayList<>()).add(file);
        }
        List<JourneySource> sources = new ArrayList<>();
        byHost.forEach((host, logs) ->
                sources.add(new JourneySource(host, reader -> read(logs, reader), this::parser)));
        return sources;
    }

    /// The host in the first header; the file's name where there is none.
    private String host(Path file) throws IOException {
        LogParser parser = parser();
        LogLine parsed = new LogLine();
        try (InputStream in = LogFile.open(file)) {
            Lines lines = new Lines(in, LogWindow.LONGEST_LINE);
            for (int looked = 0; looked < LOOKED_AT && lines.advance(); looked++) {
                parser.parse(lines.buffer(), lines.start(), lines.start() + lines.length(), parsed);
                String host = parsed.textOrEmpty(LogField.HOST);
                if (!host.isEmpty()) {
                    return host;
                }
            }
        }
        return String.valueOf(file.getFileName());
    }

    private static void read(List<Path> files, LogWindow.Reader reader) throws IOException {
        long number = 0;
        for (Path file : files) {
            try (InputStream in = LogFile.open(file)) {
                Lines lines = new Lines(in, LogWindow.LONGEST_LINE);
                while (lines.advance()) {
                    reader.line(
                            number++,
                            lines.buffer(),
                            lines.start(),
                            lines.start() + lines.length());
                }
            }
        }
    }

    private LogParser parser() {
        return new LogParser(zone, clock);
    }
}
