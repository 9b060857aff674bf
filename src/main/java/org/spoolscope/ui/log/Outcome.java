package org.spoolscope.ui.log;

import java.util.Locale;
import javafx.css.PseudoClass;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// What a line means for the mail: a word, a colour and a shape.
public enum Outcome {
    SENT,
    DEFERRED,
    BOUNCED,
    /// We turned someone away.
    REJECTED,
    /// A warning, or an event that someone else's rule asked for.
    WARNING,
    /// An error, or worse.
    ERROR,
    HELD,
    /// A message came, was queued, or is gone.
    QUEUE,
    /// Connections, TLS, counters: what is logged however well all is.
    NOISE,
    /// A line of Postfix that no rule knows.
    OTHER,
    /// Not a line of Postfix's.
    FOREIGN;

    private final String key = name().toLowerCase(Locale.ROOT);

    static Outcome of(LogLine line) {
        return switch (line.event()) {
            case DELIVERY -> ofDelivery(line);
            case EXPIRED -> BOUNCED;
            case REJECT, DISCARD -> REJECTED;
            case HOLD -> HELD;
            case WARN, WARNING, DNSBL, LOST, FILTER, REDIRECT -> WARNING;
            case ERROR, FATAL, PANIC -> ERROR;
            case CLIENT, PICKUP, MESSAGE_ID, QUEUED, REMOVED, BOUNCE_NOTICE -> QUEUE;
            case POSTSUPER -> line.is(LogField.ACTION, "placed on hold") ? HELD : QUEUE;
            case CONNECT, DISCONNECT, TLS, POSTSCREEN, ANVIL, MASTER -> NOISE;
            case OTHER -> OTHER;
            case FOREIGN -> FOREIGN;
        };
    }

    private static Outcome ofDelivery(LogLine line) {
        if (line.is(LogField.STATUS, "sent")
                || line.is(LogField.STATUS, "deliverable")
                || line.is(LogField.STATUS, "relayed")
                || line.is(LogField.STATUS, "expanded")) {
            return SENT;
        }
        return line.is(LogField.STATUS, "deferred") || line.is(LogField.STATUS, "SOFTBOUNCE")
                ? DEFERRED
                : BOUNCED;
    }

    /// In a word; the event's own label says more for what is no outcome.
    DisplayText word(LogLine line) {
        return switch (this) {
            case SENT, DEFERRED, BOUNCED, REJECTED, WARNING, ERROR, HELD, OTHER, FOREIGN ->
                    Words.get("log.outcome." + key);
            case QUEUE, NOISE -> Words.get("log.event." + line.event().label());
        };
    }

    PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(key);
    }
}
