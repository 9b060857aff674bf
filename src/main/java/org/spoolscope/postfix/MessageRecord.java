package org.spoolscope.postfix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One JSON object of `postqueue -j` as a message (Postfix `src/postqueue/showq_json.c`).
final class MessageRecord {
    static final int RECIPIENTS_CAP = 100_000;

    /// Default of `empty_address_recipient`: how the null sender is printed.
    static final String NULL_SENDER = "MAILER-DAEMON";

    /// The last second of the year 9999: no queue file is younger.
    private static final long LATEST = 253_402_300_799L;

    private final String instance;
    private final Interner interner = new Interner();

    MessageRecord(String instance) {
        this.instance = instance;
    }

    /// The message, or null when the object has no valid `queue_id` or is no object.
    ///
    /// @throws tools.jackson.core.JacksonException when it is no JSON
    @Nullable QueuedMessage read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        QueueName queue = QueueName.DEFERRED;
        String id = "";
        long arrival = 0;
        long size = 0;
        boolean forcedExpire = false;
        String sender = "";
        List<Recipient> recipients = List.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "queue_name" -> queue = QueueName.parse(text(json)).orElse(queue);
                case "queue_id" -> id = text(json);
                case "arrival_time" -> arrival = number(json, LATEST);
                case "message_size" -> size = number(json, Long.MAX_VALUE);
                case "forced_expire" -> forcedExpire = value == JsonToken.VALUE_TRUE;
                case "sender" -> sender = shared(json);
                case "recipients" -> {
                    if (value == JsonToken.START_ARRAY) {
                        recipients = recipients(json);
                    }
                }
                default -> json.skipChildren();
            }
            if (json.currentToken() != null && json.currentToken().isStructStart()) {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || !QueueId.isValid(id)) {
            return null;
        }
        return new QueuedMessage(
                instance,
                queue,
                new QueueId(id),
                Instant.ofEpochSecond(arrival),
                size,
                sender.equals(NULL_SENDER) ? "" : sender,
                recipients,
                forcedExpire);
    }

    private List<Recipient> recipients(JsonParser json) {
        List<Recipient> recipients = new ArrayList<>(1);
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT || recipients.size() >= RECIPIENTS_CAP) {
                json.skipChildren();
            } else {
                recipients.add(recipient(json));
            }
        }
        return recipients;
    }

    private Recipient recipient(JsonParser json) {
        String address = "";
        String delayed = null;
        String bounced = null;
        String other = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "address" -> address = text(json);
                case "delay_reason" -> delayed = reason(json);
                case "bounce_reason" -> bounced = reason(json);
                case "other_reason" -> other = reason(json);
                default -> json.skipChildren();
            }
        }
        return new Recipient(
                address, delayed != null ? delayed : bounced != null ? bounced : other);
    }

    private @Nullable String reason(JsonParser json) {
        String reason = shared(json);
        return reason.isEmpty() ? null : reason;
    }

    /// The string here, or empty for anything else, which is stepped over.
    private static String text(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return "";
    }

    /// The same for what many messages have in common.
    private String shared(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING
                ? interner.intern(
                        json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
                : text(json);
    }

    /// The number here from 0 to `max`; 0 for anything else, which is stepped over.
    private static long number(JsonParser json, long max) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return Math.clamp((long) json.getDoubleValue(), 0, max);
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            json.skipChildren();
            return 0;
        }
        return switch (json.getNumberType()) {
            case INT, LONG -> Math.clamp(json.getLongValue(), 0, max);
            default -> max;
        };
    }
}
