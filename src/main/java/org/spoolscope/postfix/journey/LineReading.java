package org.spoolscope.postfix.journey;

import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.journey.Mention.Facts;
import org.spoolscope.postfix.journey.Mention.Link;
import org.spoolscope.postfix.journey.Step.Kind;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.QueuedAs;

/// What one line says about a message.
final class LineReading {
    private LineReading() {}

    static Step step(LogLine line, long number) {
        return new Step(
                line.time(),
                kind(line),
                number,
                line.textOrEmpty(LogField.PROGRAM),
                text(line),
                line.event() == LogEvent.DELIVERY ? attempt(line) : null);
    }

    static Facts facts(LogLine line) {
        return switch (line.event()) {
            case MESSAGE_ID -> new Facts(line.textOrEmpty(LogField.MESSAGE_ID), "", "", -1, -1);
            case QUEUED ->
                    new Facts(
                            "",
                            line.textOrEmpty(LogField.FROM),
                            "",
                            line.number(LogField.SIZE, -1),
                            line.number(LogField.NRCPT, -1));
            case PICKUP -> new Facts("", line.textOrEmpty(LogField.FROM), "", -1, -1);
            case CLIENT -> new Facts("", "", client(line), -1, -1);
            default -> Facts.NONE;
        };
    }

    /// The other message that the line names, or null.
    static @Nullable Link link(LogLine line) {
        return switch (line.event()) {
            case BOUNCE_NOTICE -> to(line, Relation.NOTIFICATION, LogField.NEW_ID, true);
            case PICKUP -> to(line, Relation.REQUEUE, LogField.ORIG_ID, false);
            case CLIENT -> to(line, Relation.FILTER, LogField.ORIG_ID, false);
            case DELIVERY -> delivered(line);
            default -> null;
        };
    }

    /// The first part of the program's name.
    static String instance(LogLine line) {
        String program = line.textOrEmpty(LogField.PROGRAM);
        int slash = program.indexOf('/');
        return slash < 0 ? program : program.substring(0, slash);
    }

    private static @Nullable Link delivered(LogLine line) {
        if (line.has(LogField.NEW_ID)) {
            return to(line, Relation.FORWARD, LogField.NEW_ID, true);
        }
        if (!line.is(LogField.STATUS, "sent")) {
            return null;
        }
        String next = QueuedAs.of(line);
        if (next == null) {
            return null;
        }
        Relation relation = QueuedAs.isHere(line) ? Relation.FILTER : Relation.NEXT_HOP;
        return new Link(relation, next, true);
    }

    private static @Nullable Link to(
            LogLine line, Relation relation, LogField field, boolean forward) {
        return line.has(field) ? new Link(relation, line.textOrEmpty(field), forward) : null;
    }

    private static String text(LogLine line) {
        String message = line.textOrEmpty(LogField.MESSAGE);
        String id = line.textOrEmpty(LogField.ID) + ": ";
        return id.length() > 2 && message.startsWith(id) ? message.substring(id.length()) : message;
    }

    private static Kind kind(LogLine line) {
        return switch (line.event()) {
            case CONNECT -> Kind.CONNECTED;
            case DISCONNECT, LOST -> Kind.DISCONNECTED;
            case CLIENT -> Kind.RECEIVED;
            case PICKUP -> Kind.PICKED_UP;
            case MESSAGE_ID -> Kind.NAMED;
            case QUEUED -> Kind.ACTIVE;
            case DELIVERY -> Kind.ATTEMPT;
            case EXPIRED -> Kind.EXPIRED;
            case REMOVED -> line.has(LogField.REASON) ? Kind.CANCELED : Kind.REMOVED;
            case BOUNCE_NOTICE -> Kind.NOTIFIED;
            case REJECT -> Kind.REJECTED;
            case HOLD -> Kind.HELD;
            case DISCARD -> Kind.DISCARDED;
            case FILTER, REDIRECT -> Kind.REDIRECTED;
            case POSTSUPER -> postsuper(line);
            case TLS -> Kind.TLS;
            case WARN, WARNING, ERROR, FATAL, PANIC -> Kind.WARNING;
            default -> Kind.OTHER;
        };
    }

    private static Kind postsuper(LogLine line) {
        return switch (line.textOrEmpty(LogField.ACTION)) {
            case "removed" -> Kind.DELETED;
            case "placed on hold" -> Kind.HELD;
            case "released from hold" -> Kind.RELEASED;
            case "requeued" -> Kind.REQUEUED;
            case "expired" -> Kind.EXPIRE_ASKED;
            default -> Kind.OTHER;
        };
    }

    private static Attempt attempt(LogLine line) {
        long a = line.delayMicros(LogField.DELAY_A);
        long b = line.delayMicros(LogField.DELAY_B);
        long c = line.delayMicros(LogField.DELAY_C);
        long d = line.delayMicros(LogField.DELAY_D);
        boolean staged = a >= 0 && b >= 0 && c >= 0 && d >= 0;
        return new Attempt(
                line.textOrEmpty(LogField.TO),
                line.textOrEmpty(LogField.ORIG_TO),
                relay(line),
                line.textOrEmpty(LogField.STATUS),
                line.textOrEmpty(LogField.DSN),
                line.delayMicros(LogField.DELAY),
                staged ? new Attempt.Stages(a, b, c, d) : null,
                line.textOrEmpty(LogField.REASON));
    }

    private static String relay(LogLine line) {
        String host = line.textOrEmpty(LogField.RELAY_HOST);
        if (!line.has(LogField.RELAY_IP)) {
            return host;
        }
        String port = line.textOrEmpty(LogField.RELAY_PORT);
        return host
                + "["
                + line.textOrEmpty(LogField.RELAY_IP)
                + "]"
                + (port.isEmpty() ? "" : ":" + port);
    }

    private static String client(LogLine line) {
        return line.textOrEmpty(LogField.CLIENT_NAME)
                + "["
                + line.textOrEmpty(LogField.CLIENT_IP)
                + "]";
    }
}
