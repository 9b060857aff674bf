package org.spoolscope.demo.play;

import java.util.Locale;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Writes as `postqueue -j` does (Postfix showq_json.c, 3.5 to 3.10): one object per line, members
/// in this order, a blank after each colon and comma.
final class JsonListing implements ListPlay.Listing {
    private static final String NULL_SENDER = "MAILER-DAEMON";

    private final StringBuilder line = new StringBuilder(512);

    @Override
    public CharSequence message(QueuedMessage message) {
        line.setLength(0);
        line.append("{\"queue_name\": ");
        quote(message.queue().label());
        line.append(", \"queue_id\": ");
        quote(message.id().value());
        line.append(", \"arrival_time\": ").append(message.arrival().getEpochSecond());
        line.append(", \"message_size\": ").append(message.size());
        line.append(", \"forced_expire\": ").append(message.forcedExpire());
        line.append(", \"sender\": ");
        quote(message.sender().isEmpty() ? NULL_SENDER : message.sender());
        line.append(", \"recipients\": [");
        String comma = "";
        for (Recipient recipient : message.recipients()) {
            line.append(comma).append("{\"address\": ");
            quote(recipient.address());
            String reason = recipient.reason();
            if (reason != null) {
                line.append(", \"delay_reason\": ");
                quote(reason);
            }
            line.append('}');
            comma = ", ";
        }
        return line.append("]}\n");
    }

    @Override
    public CharSequence end() {
        return "";
    }

    private void quote(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\b' -> line.append("\\b");
                case '\f' -> line.append("\\f");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < ' ') {
                        line.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }
}
