package org.spoolscope.postfix.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.log.LogParser;

/// Logs in memory, and journeys as short texts.
final class TestingLogs {
    private final List<JourneySource> sources = new ArrayList<>();

    /// @param text lines without their header: `12:00:01 smtpd[7]: connect from …`
    TestingLogs server(String name, String text) {
        LogWindow.Writer window = new LogWindow.Writer(8 << 20);
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            String[] parts = line.strip().split(" ", 2);
            String program = parts[1].startsWith("postfix") ? parts[1] : "postfix/" + parts[1];
            byte[] bytes =
                    (day(parts[0]) + "+00:00 " + name + " " + program)
                            .getBytes(StandardCharsets.UTF_8);
            window.add(bytes, 0, bytes.length);
        }
        LogWindow whole = window.window();
        sources.add(
                new JourneySource(
                        name,
                        reader -> whole.read(0, whole.end(), reader),
                        () ->
                                new LogParser(
                                        ZoneOffset.UTC,
                                        InstantSource.fixed(
                                                Instant.parse("2026-04-01T00:00:00Z")))));
        return this;
    }

    JourneySearch.Found find(String term) {
        try {
            return new JourneySearch(sources).find(JourneyTerm.of(term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line per message: `server id OUTCOME: what happened`.
    String journeys(String term) {
        StringBuilder out = new StringBuilder();
        for (Journey journey : find(term).journeys()) {
            show("", journey.start(), out);
        }
        return out.toString();
    }

    private static void show(String before, JourneyMessage message, StringBuilder out) {
        out.append(before)
                .append(message.server())
                .append(' ')
                .append(message.id())
                .append(' ')
                .append(message.outcome())
                .append(':');
        for (Step step : message.steps()) {
            Attempt attempt = step.attempt();
            out.append(' ')
                    .append(
                            attempt == null
                                    ? step.kind().name().toLowerCase(java.util.Locale.ROOT)
                                    : attempt.status() + "(" + attempt.to() + ")");
        }
        out.append('\n');
        String indent =
                before.isEmpty() ? "  " : "  " + before.substring(0, before.indexOf('>') - 1);
        for (JourneyMessage.Branch branch : message.next()) {
            show(indent + " > " + branch.relation() + " ", branch.message(), out);
        }
    }

    private static String day(String time) {
        return time.contains("T") ? time : "2026-03-01T" + time;
    }
}
