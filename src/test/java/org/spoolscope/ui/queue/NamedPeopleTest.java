package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.people.AddressMask;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.QueueGroups.Group;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.ui.control.Times;

/// What replies say of people without their domain is known to be about them.
class NamedPeopleTest {
    private static final Instant NOW = TestingFleet.NOW;
    private static final String SAID = "host mx.x.example said: 550 5.1.1 %s unknown to joe";

    private final AddressMask mask = new AddressMask();

    @Test
    void theQueuesTextsNameTheirSenderAndRecipients() {
        QueuedMessage message =
                TestingFleet.message(
                        "ABCDEF1",
                        Duration.ofMinutes(5),
                        "joe@y.example",
                        "jane@x.example",
                        SAID.formatted("jane"));
        QueueRow row = new QueueRow("mail1", message, Outlook.of(TestingFleet.instance("-"), null));

        assertNobody(QueueColumn.REASON.text(row, NOW));
        assertNobody(QueueColumn.SENDER.text(row, NOW));
        assertNobody(QueueColumn.RECIPIENT.text(row, NOW));
        MessageText.copy(row, new Times(ZoneOffset.UTC), NOW).forEach(this::assertNobody);
        RecipientLine.of(message)
                .forEach(line -> {
                    assertNobody(line.address());
                    assertNobody(line.reason());
                });
        assertThat(hidden(QueueColumn.REASON.text(row, NOW)))
                .isEqualTo("host mx.x.example said: 550 5.1.1 ••• unknown to •••");
    }

    @Test
    void aReasonThatIsSharedNamesAllWhoShareIt() {
        QueuedMessage message =
                new QueuedMessage(
                        "-",
                        QueueName.DEFERRED,
                        new QueueId("ABCDEF1"),
                        NOW,
                        4_200,
                        "joe@y.example",
                        List.of(
                                new Recipient("ann@x.example", SAID.formatted("jane")),
                                new Recipient("jane@x.example", SAID.formatted("jane"))),
                        false);

        RecipientLine.of(message).forEach(line -> assertNobody(line.reason()));
    }

    @Test
    void aGroupNamesWhomItsSampleIsAbout() {
        Group group =
                new Group("user jane unknown", 1, 1, NOW, "user jane unknown", "jane@x.example");

        assertNobody(GroupText.of(By.REASON, group, NOW).title());
    }

    private void assertNobody(DisplayText text) {
        assertThat(hidden(text)).doesNotContain("jane").doesNotContain("joe");
    }

    private String hidden(DisplayText text) {
        return mask.hide(text).toString();
    }
}
