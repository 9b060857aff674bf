package org.spoolscope.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// One row per event: when, which program, what, of which message, in Postfix's words.
final class EventRows implements EventReport {
    private static final int MESSAGE = 160;

    private final Table table;
    private final DateTimeFormatter times;

    EventRows(Terminal terminal, ZoneId zone) {
        times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
        table =
                new Table(
                        terminal,
                        List.of(
                                Column.text("cli.column.time").atLeast(19),
                                Column.text("cli.column.host").atMost(24),
                                Column.text("cli.column.program").atMost(28),
                                Column.text("cli.column.event").atLeast(10),
                                Column.text("cli.column.id").atLeast(11),
                                Column.text("cli.column.message").atMost(MESSAGE)));
    }

    @Override
    public void add(LogLine line) {
        Instant time = line.time();
        table.row(
                Painted.foreign(time == null ? "" : times.format(time)),
                Painted.foreign(line.textOrEmpty(LogField.HOST)),
                Painted.foreign(line.textOrEmpty(LogField.PROGRAM)),
                new Painted(DisplayText.of(line.event().label()), tint(line)),
                Painted.foreign(line.textOrEmpty(LogField.ID)),
                Painted.foreign(message(line)));
    }

    @Override
    public void end() {
        table.flush();
    }

    /// Without the id, which has a column of its own.
    private static String message(LogLine line) {
        String message = line.textOrEmpty(LogField.MESSAGE);
        String id = line.text(LogField.ID);
        return id != null && message.startsWith(id + ": ")
                ? message.substring(id.length() + 2)
                : message;
    }

    private static Tint tint(LogLine line) {
        return switch (line.event()) {
            case DELIVERY -> outcome(line);
            case EXPIRED, REJECT, ERROR, FATAL, PANIC -> Tint.BAD;
            case HOLD, DISCARD, WARN, WARNING, BOUNCE_NOTICE, OTHER -> Tint.WARN;
            default -> Tint.PLAIN;
        };
    }

    private static Tint outcome(LogLine line) {
        return switch (line.textOrEmpty(LogField.STATUS)) {
            case "sent" -> Tint.GOOD;
            case "deferred" -> Tint.WARN;
            case "bounced", "SOFTBOUNCE" -> Tint.BAD;
            default -> Tint.PLAIN;
        };
    }
}
