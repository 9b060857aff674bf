package org.spoolscope.postfix.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The id under which the next hop queued a message, where that is a Postfix and says so: `250
/// 2.0.0 Ok: queued as NEXTID`.
public final class QueuedAs {
    private static final Literal QUEUED_AS = Literal.of("queued as ");

    private QueuedAs() {}

    /// Whether the next hop is this machine: a content filter that hands the message back, or
    /// another instance.
    public static boolean isHere(LogLine line) {
        return line.is(LogField.RELAY_IP, "127.0.0.1") || line.is(LogField.RELAY_IP, "::1");
    }

    /// The id behind the last `queued as ` of a delivery's reason, or null.
    public static @Nullable String of(LogLine line) {
        if (!line.has(LogField.REASON)) {
            return null;
        }
        int to = line.end(LogField.REASON);
        byte[] in = line.bytes();
        int at = QUEUED_AS.lastIn(in, line.start(LogField.REASON), to);
        int id = at + QUEUED_AS.length();
        int end = at < 0 ? -1 : IdShape.end(in, id, to);
        return end < 0 ? null : new String(in, id, end - id, StandardCharsets.US_ASCII);
    }
}
