package org.spoolscope.model.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

class TargetTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /// What two listings tell is exact; the log's clock is not.
    @Test
    void isTheMessageThatWasSeen() {
        Target listed = Target.of(message(NOON, 4200));
        Target told = Target.of(message(NOON.plusMillis(500), 4200));

        assertThat(listed.isSame(message(NOON, 4200))).isTrue();
        assertThat(listed.isSame(message(NOON.plusSeconds(1), 4200))).isFalse();
        assertThat(listed.isSame(message(NOON, 4201))).isFalse();
        assertThat(listed.isSame(message(NOON.plusMillis(1_500), 4200))).isTrue();
        assertThat(told.isSame(message(NOON.minusSeconds(1), 4200))).isTrue();
        assertThat(told.isSame(message(NOON.plusMillis(2_600), 4200))).isFalse();
    }

    private static QueuedMessage message(Instant arrival, long size) {
        return new QueuedMessage(
                "-",
                QueueName.DEFERRED,
                new QueueId("AAAAAA1"),
                arrival,
                size,
                "s@example.org",
                List.of(new Recipient("a@example.net", "")),
                false);
    }
}
