package org.spoolscope.demo.sim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What Postfix would have logged: the newest lines of all instances, made into text only when
/// somebody reads them.
final class MailLog {
    private static final DateTimeFormatter TRADITIONAL =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter RFC3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private final Agenda agenda;
    private final String host;
    private final boolean rfc3339;
    private final int capacity;
    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private @Nullable LogFile file;
    private long written;

    /// @param rfc3339 rsyslog's newer time stamps instead of the traditional ones
    MailLog(Agenda agenda, String host, boolean rfc3339, int capacity) {
        this.agenda = agenda;
        this.host = host;
        this.rfc3339 = rfc3339;
        this.capacity = capacity;
    }

    /// Writes under an instance's `syslog_name`.
    Writer writer(String syslogName) {
        return new Writer() {
            @Override
            public void add(String program, int process, Supplier<String> text) {
                MailLog.this.add(syslogName + "/" + program, process, text);
            }

            @Override
            public void addOf(String stranger, Supplier<String> text) {
                MailLog.this.add(stranger, 0, text);
            }
        };
    }

    private void add(String tag, int process, Supplier<String> text) {
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        Line line = new Line(agenda.now(), tag, process, text);
        lines.addLast(line);
        written++;
        if (file != null) {
            file.append(bytes(line));
        }
    }

    /// How many lines were ever written; the last [#lines] of them are kept.
    long written() {
        return written;
    }

    /// The log as a file: what was kept when it was first asked for, and all that came since.
    LogFile file() {
        if (file == null) {
            file = new LogFile();
            for (Line line : lines) {
                file.append(bytes(line));
            }
        }
        return file;
    }

    private byte[] bytes(Line line) {
        return (format(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines.size());
        lines.forEach(line -> all.add(format(line)));
        return all;
    }

    private String format(Line line) {
        Instant at = Instant.ofEpochSecond(0, line.time * 1000);
        String time = (rfc3339 ? RFC3339 : TRADITIONAL).format(at.atOffset(ZoneOffset.UTC));
        // syslog pads the day of the month with a blank.
        if (!rfc3339 && time.charAt(5) == ' ') {
            time = time.substring(0, 4) + " " + time.substring(4);
        }
        return time + " " + host + " " + line.tag + "[" + pid(line) + "]: " + line.text.get();
    }

    private static int pid(Line line) {
        return 1000 + Math.floorMod(line.tag.hashCode(), 300) * 100 + line.process;
    }

    /// Takes the lines of one instance.
    interface Writer {
        /// Adds a line of one of a program's processes, 0 to 99; `text` is asked for when somebody
        /// reads it, so it must not change by then.
        void add(String program, int process, Supplier<String> text);

        /// Adds a line of a program that runs once.
        default void add(String program, Supplier<String> text) {
            add(program, 0, text);
        }

        /// Adds a line of a program that is not Postfix's.
        void addOf(String stranger, Supplier<String> text);
    }

    private record Line(long time, String tag, int process, Supplier<String> text) {}
}
