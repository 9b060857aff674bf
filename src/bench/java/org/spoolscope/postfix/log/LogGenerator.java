package org.spoolscope.postfix.log;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// Writes a mail log that is as varied as a real one, the same at each run: `LINES SEED FILE`. 2.4
/// million lines are about 300 MB.
public final class LogGenerator {
    private static final int BUFFER = 1 << 20;

    private LogGenerator() {}

    /// Writes one.
    ///
    /// @param args how many lines at least, the seed, the file; or all of them in one word
    public static void main(String[] args) throws IOException {
        String[] words = args.length == 1 ? args[0].split(" ") : args;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(Path.of(words[2])), BUFFER)) {
            write(Long.parseLong(words[0]), Long.parseLong(words[1]), out);
        }
    }

    /// A log in memory.
    public static byte[] bytes(long lines, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(lines, seed, out);
        return out.toByteArray();
    }

    /// The first lines of one, parsed.
    public static LogLine[] parsed(int lines, long seed) throws IOException {
        byte[] log = bytes(lines, seed);
        LogParser parser =
                new LogParser(
                        ZoneId.of("Europe/Oslo"),
                        InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z")));
        LogLine[] parsed = new LogLine[lines];
        int from = 0;
        for (int i = 0; i < lines; i++) {
            int to = Scan.indexOf(log, from, log.length, (byte) '\n');
            parsed[i] = new LogLine();
            parser.parse(log, from, to, parsed[i]);
            from = to + 1;
        }
        return parsed;
    }

    private static void write(long lines, long seed, OutputStream out) throws IOException {
        LogWriter log = new LogWriter(out);
        new MailTraffic(log, seed).run(lines);
        log.flush();
    }
}
