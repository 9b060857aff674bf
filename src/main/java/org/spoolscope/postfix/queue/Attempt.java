package org.spoolscope.postfix.queue;

import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// What a delivery agent's line says of one recipient.
///
/// @param original what the recipient was before it was rewritten, or null where it was the same
/// @param alias what `local` expanded, or null
/// @param putOff whether the recipient stays; otherwise it was delivered or given back
/// @param relay empty where no host was spoken to
record Attempt(
        String address,
        @Nullable String original,
        @Nullable String alias,
        boolean putOff,
        String reason,
        String relay,
        long micros) {
    /// The line as an attempt; null where it tells of nothing that changes a message.
    static @Nullable Attempt of(LogLine line, long micros) {
        boolean putOff =
                line.is(LogField.STATUS, "deferred") || line.is(LogField.STATUS, "SOFTBOUNCE");
        if (!line.has(LogField.TO) || !putOff && !isDone(line)) {
            return null;
        }
        String original = line.text(LogField.ORIG_TO);
        boolean local = line.is(LogField.RELAY_HOST, "local");
        return new Attempt(
                line.textOrEmpty(LogField.TO),
                original,
                local ? original : null,
                putOff,
                line.textOrEmpty(LogField.REASON),
                line.is(LogField.RELAY_HOST, "none") ? "" : line.textOrEmpty(LogField.RELAY_HOST),
                micros);
    }

    private static boolean isDone(LogLine line) {
        return line.is(LogField.STATUS, "sent")
                || line.is(LogField.STATUS, "bounced")
                || line.is(LogField.STATUS, "delivered")
                || line.is(LogField.STATUS, "expired")
                || line.is(LogField.STATUS, "relayed")
                || line.is(LogField.STATUS, "deliverable")
                || line.is(LogField.STATUS, "undeliverable");
    }
}
