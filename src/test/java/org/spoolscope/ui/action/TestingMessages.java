package org.spoolscope.ui.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Messages of a made-up queue.
final class TestingMessages {
    static final Instant NOW = Instant.parse("2026-03-13T13:32:07Z");

    private TestingMessages() {}

    static QueuedMessage message(int number, QueueName queue, String... domains) {
        List<Recipient> recipients = new ArrayList<>();
        for (String domain : domains) {
            recipients.add(new Recipient("kunde" + number + "@" + domain, "450 4.2.0 later"));
        }
        return new QueuedMessage(
                "-",
                queue,
                new QueueId(String.format(java.util.Locale.ROOT, "%09X", 0x4A0000000L + number)),
                NOW.minus(Duration.ofMinutes(number + 1L)),
                1_000,
                "news@example.org",
                recipients,
                false);
    }

    /// So many deferred messages on one server, all for one domain.
    static Chosen deferred(String server, int count) {
        return each -> {
            for (int i = 0; i < count; i++) {
                each.accept(server, message(i, QueueName.DEFERRED, "example.com"));
            }
        };
    }
}
