package org.spoolscope.postfix.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.TableRows;
import org.spoolscope.model.Tries;

final class OutlookTest {
    private static final Instant NOW = Instant.parse("2026-03-13T13:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(InstanceSettings.defaults(Instance.NO_NAME));
    private static final Outlook OUTLOOK = new Outlook(SCHEDULE, Duration.ofMinutes(2));

    private static QueuedMessage message(String sender, boolean expires, @Nullable Tries tries) {
        return new QueuedMessage(
                "-",
                QueueName.DEFERRED,
                new QueueId("4jYPMX58bfzJ9G"),
                NOW.minusSeconds(600),
                1_000,
                sender,
                List.of(new Recipient("a@example.com", null)),
                0,
                expires,
                tries);
    }

    /// The server's clock shows 13:02. What was put off at 12:57, 7 min old, is due 7 min later.
    @Test
    void countsByTheClockOfTheServer() {
        Prospect prospect =
                OUTLOOK.of(
                        message("a@example.org", false, new Tries(2, NOW.minusSeconds(180), "")),
                        NOW);
        assertThat(prospect.now()).isEqualTo(NOW.plusSeconds(120));
        assertThat(prospect.nextAttempt())
                .isEqualTo(
                        new Forecast.Between(
                                NOW.plusSeconds(240 - 3), NOW.plusSeconds(240 + 300 + 1)));
        assertThat(prospect.comesBack())
                .isEqualTo(
                        new Forecast.Between(
                                NOW.minusSeconds(600).plus(Duration.ofDays(5)),
                                NOW.minusSeconds(600)
                                        .plus(Duration.ofDays(5))
                                        .plusSeconds(4_000 + 300 + 1)));
    }

    @Test
    void readsThePackedMessageAsTheWholeOne() {
        for (QueuedMessage message :
                List.of(
                        message("a@example.org", false, null),
                        message("", true, new Tries(1, NOW.minusSeconds(77), "mx.example.com")))) {
            QueueCursor row = TableRows.all(List.of(QueueTable.of(List.of(message)))).cursor();
            row.moveTo(0);
            assertThat(OUTLOOK.of(row, NOW))
                    .isEqualTo(OUTLOOK.of(message, NOW))
                    .extracting(Prospect::message)
                    .isEqualTo(
                            new WaitingMessage(
                                    message.arrival(),
                                    message.tries() == null ? null : message.tries().last(),
                                    QueueName.DEFERRED,
                                    message.sender().isEmpty(),
                                    message.forcedExpire()));
        }
    }
}
