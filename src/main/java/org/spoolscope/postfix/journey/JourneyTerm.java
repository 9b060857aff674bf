package org.spoolscope.postfix.journey;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.spoolscope.model.QueueId;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// What a message is looked for by: its queue id, its Message-ID, or an address.
public final class JourneyTerm {
    private static final LogField[] ADDRESSES = {LogField.FROM, LogField.TO, LogField.ORIG_TO};

    private final String text;
    private final byte[] bytes;

    private JourneyTerm(String text) {
        this.text = text;
        this.bytes = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    /// Angle brackets around it are left out.
    public static JourneyTerm of(String text) {
        String plain = text.strip();
        return new JourneyTerm(
                plain.length() > 2 && plain.startsWith("<") && plain.endsWith(">")
                        ? plain.substring(1, plain.length() - 1)
                        : plain);
    }

    public String text() {
        return text;
    }

    /// Whether it has the shape of a queue id.
    public boolean isQueueId() {
        return QueueId.isValid(text);
    }

    /// Whether the line, which has a queue id, is about the message or one of them.
    boolean fits(LogLine line) {
        if (line.is(LogField.ID, text)) {
            return true;
        }
        return switch (line.event()) {
            case MESSAGE_ID -> is(line, LogField.MESSAGE_ID);
            case QUEUED, PICKUP, DELIVERY, REJECT, HOLD -> {
                for (LogField field : ADDRESSES) {
                    if (is(line, field)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    private boolean is(LogLine line, LogField field) {
        if (!line.has(field) || line.end(field) - line.start(field) != bytes.length) {
            return false;
        }
        byte[] in = line.bytes();
        int at = line.start(field);
        for (int i = 0; i < bytes.length; i++) {
            byte b = in[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != bytes[i]) {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
