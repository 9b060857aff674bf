package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// Listings of made-up queues.
final class TestingQueue {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final List<QueuedMessage> messages = new ArrayList<>();

    static QueueTable messages(int count, QueueName queue) {
        return QueueTable.of(
                new TestingQueue()
                        .with(count, queue, "shop.example", null, Duration.ZERO)
                        .messages);
    }

    TestingQueue with(int count, QueueName queue, String domain) {
        return with(count, queue, domain, null, Duration.ZERO);
    }

    TestingQueue deferred(int count, String domain, String reason) {
        return with(count, QueueName.DEFERRED, domain, reason, Duration.ofMinutes(20));
    }

    /// All for one person.
    TestingQueue deferredFor(String recipient, int count, String reason) {
        return with(count, QueueName.DEFERRED, _ -> recipient, reason, Duration.ofMinutes(20));
    }

    TestingQueue with(
            int count, QueueName queue, String domain, @Nullable String reason, Duration age) {
        return with(count, queue, number -> "user" + number + "@" + domain, reason, age);
    }

    private TestingQueue with(
            int count,
            QueueName queue,
            IntFunction<String> recipient,
            @Nullable String reason,
            Duration age) {
        int first = messages.size();
        IntStream.range(0, count)
                .mapToObj(number ->
                        new QueuedMessage(
                                "-",
                                queue,
                                new QueueId(String.format("%08X", first + number)),
                                NOW.minus(age),
                                1_000,
                                number % 2 == 0 ? "news@shop.example" : "",
                                List.of(new Recipient(recipient.apply(number), reason)),
                                false))
                .forEach(messages::add);
        return this;
    }

    QueueListing listed() {
        return listed(NOW);
    }

    QueueListing listed(Instant taken) {
        return new QueueListing(taken, Duration.ZERO, QueueTable.of(messages), true, 0);
    }
}
