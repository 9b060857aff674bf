package org.spoolscope.postfix.summary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Summaries of logs that a test writes.
final class Summaries {
    private Summaries() {}

    /// Of lines without time and host: `smtpd: …`.
    static Summary ofMessages(String messages) {
        StringBuilder log = new StringBuilder();
        for (String message : messages.strip().lines().toList()) {
            int colon = message.indexOf(':');
            log.append("Nov  8 10:38:17 mail postfix/")
                    .append(message, 0, colon)
                    .append("[1]")
                    .append(message.substring(colon))
                    .append('\n');
        }
        return of(log.toString());
    }

    static Summary of(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        LogParser parser =
                new LogParser(
                        ZoneOffset.UTC, InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z")));
        LogLine line = new LogLine();
        PartCounter part = new PartCounter();
        PartNotes notes = new PartNotes();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                parser.parse(bytes, from, i, line);
                part.add(line, notes);
                from = i + 1;
            }
        }
        SummaryCounter counter = new SummaryCounter();
        counter.follow(notes, bytes);
        counter.add(part);
        return counter.summary(3);
    }
}
