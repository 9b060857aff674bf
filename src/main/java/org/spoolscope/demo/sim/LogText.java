package org.spoolscope.demo.sim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.spoolscope.model.QueueId;

/// Texts in Postfix's log (log_adhoc.c).
final class LogText {
    private static final DateTimeFormatter MESSAGE_ID =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LogText() {}

    static String attempt(
            QueueId id,
            Message message,
            Message.Addressee to,
            Answer answer,
            long activated,
            long started,
            long ended) {
        String status = answer.verdict().name().toLowerCase(Locale.ROOT);
        return id
                + ": to=<"
                + to.address
                + ">, relay="
                + answer.relay()
                + ", delay="
                + seconds(ended - message.created)
                + ", delays="
                + seconds(activated - message.created)
                + "/"
                + seconds(started - activated)
                + "/"
                + seconds(answer.connectMicros())
                + "/"
                + seconds(answer.transmitMicros())
                + ", dsn="
                + answer.dsn()
                + ", status="
                + status
                + " ("
                + answer.reason()
                + ")";
    }

    /// A header check that holds.
    static String held(QueueId id, Message message, String client) {
        return id
                + ": hold: header Subject: Invoice overdue from "
                + client
                + "; from=<"
                + message.sender.address()
                + "> to=<"
                + message.addressees.getFirst().address
                + "> proto=ESMTP helo=<"
                + client.substring(0, client.indexOf('['))
                + ">: looks like phishing, please check";
    }

    /// A Message-ID as Postfix makes it: date, queue id and its own name.
    static String messageId(QueueId id, Message message, Node node) {
        String date = MESSAGE_ID.format(Instant.ofEpochSecond(message.created / Agenda.SECOND));
        return id + ": message-id=<" + date + "." + id + "@" + node.hostName() + ">";
    }

    /// Two significant digits, at most two decimals, whole seconds from 100 on
    /// (`delay_logging_resolution_limit`, format_tv.c).
    static String seconds(long micros) {
        double seconds = (double) Math.max(0, micros) / Agenda.SECOND;
        if (seconds >= 9.95) {
            return String.valueOf(Math.round(seconds));
        }
        String text = String.format(Locale.ROOT, seconds >= 0.995 ? "%.1f" : "%.2f", seconds);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end);
    }
}
