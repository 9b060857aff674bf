package org.spoolscope.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Local logs as servers: the files of one host are one log, in the order in which they are given.
final class TracedFiles {
    private static final int BUFFER = 256 * 1024;

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
        String[] host = {""};
        LogParser parser = parser();
        LogLine parsed = new LogLine();
        try (InputStream in = open(file)) {
            byte[] start = in.readNBytes(BUFFER);
            lines(
                    start,
                    start.length,
                    0,
                    (_, bytes, from, to) -> {
                        if (host[0].isEmpty()) {
                            parser.parse(bytes, from, to, parsed);
                            host[0] = parsed.textOrEmpty(LogField.HOST);
                        }
                    });
        }
        return host[0].isEmpty() ? String.valueOf(file.getFileName()) : host[0];
    }

    private static void read(List<Path> files, LogWindow.Reader reader) throws IOException {
        long number = 0;
        for (Path file : files) {
            number = read(file, number, reader);
        }
    }

    private static long read(Path file, long first, LogWindow.Reader reader) throws IOException {
        long number = first;
        byte[] buffer = new byte[BUFFER];
        int fill = 0;
        try (InputStream in = open(file)) {
            for (int got = in.read(buffer, 0, BUFFER);
                    got >= 0;
                    got = in.read(buffer, fill, buffer.length - fill)) {
                fill += got;
                Rest rest = lines(buffer, fill, number, reader);
                number = rest.number();
                // A line that fills the buffer is cut: no logger writes such.
                int from = rest.from() == 0 && fill == buffer.length ? fill : rest.from();
                System.arraycopy(buffer, from, buffer, 0, fill - from);
                fill -= from;
            }
        }
        if (fill > 0) {
            reader.line(number++, buffer, 0, fill);
        }
        return number;
    }

    /// Where the first line begins that has no end yet, and its number.
    private record Rest(int from, long number) {}

    private static Rest lines(byte[] bytes, int fill, long first, LogWindow.Reader reader) {
        long number = first;
        int from = 0;
        for (int at = 0; at < fill; at++) {
            if (bytes[at] == '\n') {
                reader.line(number++, bytes, from, at);
                from = at + 1;
            }
        }
        return new Rest(from, number);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(2);
        byte[] magic = in.readNBytes(2);
        in.reset();
        return Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b})
                ? new GZIPInputStream(in, BUFFER)
                : in;
    }

    private LogParser parser() {
        return new LogParser(zone, clock);
    }
}
