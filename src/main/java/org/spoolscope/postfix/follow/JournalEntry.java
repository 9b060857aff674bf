package org.spoolscope.postfix.follow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// One entry of the journal, as `journalctl -o json --all` prints it (systemd's Journal Export
/// Formats, "Journal JSON Format"): a message may be a string, an array of bytes where it is no
/// clean text, or null; a repeated field is an array of values, of which the first counts.
///
/// @param cursor where it stands
/// @param micros since the epoch, by the server's clock
/// @param identifier the program's name for itself, such as `postfix/smtp`
/// @param isMail whether it came with the mail facility
/// @param dropped how many messages journald says that it dropped, or -1
/// @param message as it is, line breaks included
public record JournalEntry(
        String cursor,
        long micros,
        String host,
        String identifier,
        String pid,
        boolean isMail,
        long dropped,
        byte[] message) {
    /// `SD_MESSAGE_JOURNAL_DROPPED` (sd-messages.h).
    private static final String DROPPED = "a596d6fe7bfa4994828e72309e95d61e";

    private static final String MAIL_FACILITY = "2";
    private static final int NESTING_CAP = 16;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(NESTING_CAP).build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    /// Reads a line; null when it is no entry with a cursor.
    public static @Nullable JournalEntry parse(byte[] bytes, int from, int to) {
        try (JsonParser json =
                FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            return new Fields().read(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    /// The line that a syslog daemon would have written: RFC 3339 time, host, name, message; line
    /// breaks in the message are spaces.
    public byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(message.length + 96);
        String process = pid.isEmpty() ? identifier : identifier + "[" + pid + "]";
        line.writeBytes(
                (TIME.format(time()) + " " + host + " " + process + ": ")
                        .getBytes(StandardCharsets.UTF_8));
        for (byte one : message) {
            line.write(one == '\n' || one == '\r' ? ' ' : one);
        }
        return line.toByteArray();
    }

    private Instant time() {
        return Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS);
    }

    private static final class Fields {
        private String cursor = "";
        private String micros = "";
        private String host = "-";
        private String identifier = "-";
        private String pid = "";
        private String facility = "";
        private String messageId = "";
        private String count = "";
        private byte[] message = {};

        @Nullable JournalEntry read(JsonParser json) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                take(name, json);
            }
            long dropped =
                    messageId.equals(DROPPED)
                            ? Math.max(number(count), SuppressedLines.count(message))
                            : -1;
            return cursor.isEmpty()
                    ? null
                    : new JournalEntry(
                            cursor,
                            Math.max(0, number(micros)),
                            host,
                            identifier,
                            pid,
                            facility.equals(MAIL_FACILITY),
                            dropped,
                            message);
        }

        private void take(String name, JsonParser json) {
            switch (name) {
                case "__CURSOR" -> cursor = text(json);
                case "__REALTIME_TIMESTAMP" -> micros = text(json);
                case "_HOSTNAME" -> host = word(json, host);
                case "SYSLOG_IDENTIFIER" -> identifier = word(json, identifier);
                case "SYSLOG_PID" -> pid = word(json, pid);
                case "_PID" -> pid = pid.isEmpty() ? word(json, pid) : pid;
                case "SYSLOG_FACILITY" -> facility = text(json);
                case "MESSAGE_ID" -> messageId = text(json);
                case "N_DROPPED" -> count = text(json);
                case "MESSAGE" -> message = bytes(json);
                default -> json.skipChildren();
            }
        }

        /// Nothing that would end the word it is in the line.
        private static String word(JsonParser json, String otherwise) {
            String text = text(json);
            boolean fits = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != 0x7f);
            return fits ? text : otherwise;
        }

        private static String text(JsonParser json) {
            return new String(bytes(json), StandardCharsets.UTF_8);
        }

        private static byte[] bytes(JsonParser json) {
            JsonToken token = json.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return json.getString().getBytes(StandardCharsets.UTF_8);
            }
            if (token != JsonToken.START_ARRAY) {
                json.skipChildren();
                return new byte[0];
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte @Nullable [] first = null;
            while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    bytes.write((int) json.getLongValue());
                } else {
                    byte[] value = bytes(json);
                    first = first == null ? value : first;
                }
            }
            return first == null ? bytes.toByteArray() : first;
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }
}
