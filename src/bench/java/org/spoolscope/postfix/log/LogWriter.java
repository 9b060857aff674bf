package org.spoolscope.postfix.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Lines as a syslog daemon writes them, year-less.
final class LogWriter {
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 2, 0, 0, 0);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:", Locale.ROOT);
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(CHUNK + 4096);
    private String prefix = "";
    private long minute = -1;
    private long lines;

    LogWriter(OutputStream out) {
        this.out = out;
    }

    long lines() {
        return lines;
    }

    /// @param micros since the log's beginning
    void line(long micros, String program, int pid, String message) {
        long second = micros / 1_000_000;
        if (second / 60 != minute) {
            minute = second / 60;
            prefix = START.plus(minute, ChronoUnit.MINUTES).format(MINUTE);
        }
        int rest = (int) (second % 60);
        text.append(prefix).append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10));
        text.append(" mail1 postfix/").append(program).append('[').append(pid).append("]: ");
        text.append(message).append('\n');
        lines++;
        if (text.length() > CHUNK) {
            flush();
        }
    }

    void flush() {
        try {
            out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
