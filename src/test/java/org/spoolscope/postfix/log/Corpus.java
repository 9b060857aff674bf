package org.spoolscope.postfix.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Log lines and what they mean, kept beside the tests: a line as Postfix writes it, below it,
/// indented, the event and its fields.
final class Corpus {
    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));

    private static final Set<LogField> HEADER =
            EnumSet.of(LogField.HOST, LogField.PROGRAM, LogField.PID, LogField.MESSAGE);

    /// @param expected as [#shown] shows it
    record Case(String line, String expected) {}

    private Corpus() {}

    static List<Case> of(String file) {
        List<Case> cases = new ArrayList<>();
        String line = "";
        for (String next : text(file).lines().toList()) {
            if (next.startsWith("    ")) {
                cases.add(new Case(line, next.substring(4)));
            } else {
                line = next;
            }
        }
        return cases;
    }

    static List<String> lines() {
        return Stream.of("smtpd", "queue", "delivery", "others", "hostile")
                .flatMap(name -> of(name + ".txt").stream())
                .map(Case::line)
                .toList();
    }

    static LogLine parse(String line) {
        LogLine parsed = new LogLine();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        new LogParser(OSLO, CLOCK).parse(bytes, 0, bytes.length, parsed);
        return parsed;
    }

    /// The event, whether the line is cut, and the fields behind the header.
    static String shown(LogLine line) {
        StringBuilder out = new StringBuilder(line.event().label());
        if (line.isCut()) {
            out.append(" (cut)");
        }
        for (LogField field : LogField.values()) {
            if (line.has(field) && !HEADER.contains(field)) {
                out.append(" | ")
                        .append(field.name().toLowerCase(Locale.ROOT))
                        .append('=')
                        .append(line.text(field));
            }
        }
        return out.toString();
    }

    private static String text(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
