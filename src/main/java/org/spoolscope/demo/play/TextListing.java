package org.spoolscope.demo.play;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Writes as `postqueue -p` does (Postfix showq_compat.c); the columns are those of short ids, long
/// ones push the rest to the right. Times are UTC.
final class TextListing implements ListPlay.Listing {
    private static final String HEADING =
            "-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n";
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

    private long bytes;
    private int messages;

    @Override
    public CharSequence message(QueuedMessage message) {
        StringBuilder text = new StringBuilder(256);
        text.append(messages == 0 ? HEADING : "\n");
        messages++;
        bytes += message.size();
        String sender = message.sender().isEmpty() ? "MAILER-DAEMON" : message.sender();
        String time = ASCTIME.format(message.arrival().atOffset(ZoneOffset.UTC));
        text.append(row(id(message), String.valueOf(message.size()), time, sender));
        String before = "";
        for (Recipient recipient : message.recipients()) {
            String given = recipient.reason();
            String reason = given == null ? "" : given;
            if (!reason.equals(before)) {
                String shown = reason.isEmpty() ? "(reason unavailable)" : "(" + reason + ")";
                text.append(String.format(Locale.ROOT, "%76s\n", shown));
                before = reason;
            }
            text.append(row("", "", "", recipient.address()));
        }
        return text;
    }

    @Override
    public CharSequence end() {
        if (messages == 0) {
            return "Mail queue is empty\n";
        }
        String request = messages == 1 ? "Request" : "Requests";
        return "\n-- " + bytes / 1024 + " Kbytes in " + messages + " " + request + ".\n";
    }

    private static String id(QueuedMessage message) {
        String mark =
                message.queue() == QueueName.ACTIVE
                        ? "*"
                        : message.queue() == QueueName.HOLD ? "!" : "";
        return message.id() + mark + (message.forcedExpire() ? "#" : "");
    }

    private static String row(String id, String size, String time, String address) {
        return String.format(Locale.ROOT, "%-11s %7s %20.20s %s\n", id, size, time, address);
    }
}
