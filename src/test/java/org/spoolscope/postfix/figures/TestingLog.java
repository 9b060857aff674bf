package org.spoolscope.postfix.figures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;

/// A log that is written line by line, parsed and folded.
final class TestingLog {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final LogFigures figures =
            new LogFigures(
                    new CauseRules(CausesFile.builtIn()), new Providers(ProvidersFile.builtIn()));
    private final LogParser parser =
            new LogParser(ZoneOffset.UTC, InstantSource.fixed(START.plusSeconds(86_400)));
    private final LogLine line = new LogLine();

    /// @param at seconds after [#START]
    /// @param text such as `qmgr: ABCDEF1: removed`
    TestingLog line(double at, String text) {
        return raw(START.plusMillis(Math.round(at * 1000)), text);
    }

    TestingLog raw(Instant at, String text) {
        String[] parts = text.split(": ", 2);
        byte[] bytes =
                (at.toString().replace("Z", "+00:00")
                                + " mail1 postfix/"
                                + parts[0]
                                + "[123]: "
                                + parts[1])
                        .getBytes(StandardCharsets.UTF_8);
        parser.parse(bytes, 0, bytes.length, line);
        figures.fold(line);
        return this;
    }

    TestingLog sent(double at, String id, String to) {
        return line(
                at,
                "smtp: "
                        + id
                        + ": to=<"
                        + to
                        + ">, relay=mx1.example.net[192.0.2.1]:25, delay=2.5, delays=0.5/0.1/0.4/1.5,"
                        + " dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4jYPMX5DptzJ9GX)");
    }

    TestingLog failed(double at, String id, String to, String status, String reason) {
        return line(
                at,
                "smtp: "
                        + id
                        + ": to=<"
                        + to
                        + ">, relay=mx1.example.net[192.0.2.1]:25, delay=10, delays=8/0.2/0.8/1,"
                        + " dsn=4.0.0, status="
                        + status
                        + " ("
                        + reason
                        + ")");
    }
}
