package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.postfix.Messages.NOW;
import static org.spoolscope.postfix.Messages.message;
import static org.spoolscope.postfix.Messages.rows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.QueueGroups.Group;

class QueueGroupsTest {
    private static final String SLOW =
            "host mx%d.example.net[192.0.2.%d] said: 421 4.7.28 slow down";
    private static final List<QueuedMessage> QUEUE =
            List.of(
                    message(
                            "ABCDEF1",
                            "news@example.org",
                            60,
                            List.of(
                                    new Recipient("a@example.net", SLOW.formatted(1, 1)),
                                    new Recipient("b@example.net", SLOW.formatted(2, 2)),
                                    new Recipient("c@example.com", null))),
                    message(
                            "ABCDEF2",
                            "news@example.org",
                            120,
                            "d@example.net",
                            SLOW.formatted(1, 1)),
                    message("ABCDEF3", "", 30, "e@example.com", "mail transport unavailable"),
                    message("ABCDEF4", "", 10, List.of()));

    @Test
    void bringsOneCauseTogether() {
        List<Group> groups = QueueGroups.of(rows(QUEUE), By.REASON, TestingJudgement.BUILT_IN);

        assertThat(groups)
                .containsExactly(
                        new Group(
                                "host example.net said: 421 4.7.28 slow down",
                                2,
                                3,
                                NOW.minus(Duration.ofMinutes(120)),
                                SLOW.formatted(1, 1),
                                "a@example.net"),
                        new Group("", 2, 1, NOW.minus(Duration.ofMinutes(60)), null, ""),
                        new Group(
                                "mail transport unavailable",
                                1,
                                1,
                                NOW.minus(Duration.ofMinutes(30)),
                                "mail transport unavailable",
                                "e@example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DOMAIN | example.net=2 example.com=2 =1
                    SENDER | news@example.org=2 =2
                    RELAY  | =3 mx1.example.net=2 mx2.example.net=1
                    """)
    void groupsBy(By by, String expected) {
        assertThat(
                        QueueGroups.of(rows(QUEUE), by, TestingJudgement.BUILT_IN).stream()
                                .map(group -> group.key() + "=" + group.messages())
                                .toList())
                .containsExactly(expected.split(" ", -1));
    }

    /// One provider's many hosts and wordings are one cause.
    @Test
    void groupsByWhatTheReasonsComeDownTo() {
        List<QueuedMessage> queue =
                List.of(
                        message("ABCDEF1", "", 9, "a@gmail.com", SLOW.formatted(1, 1)),
                        message(
                                "ABCDEF2",
                                "",
                                8,
                                "a@shop.example",
                                "host alt1.aspmx.l.google.com[192.0.2.1] said: 421 4.7.28 Too fast"
                                        + " for us, unusual rate"),
                        message("ABCDEF3", "", 7, List.of()),
                        message("ABCDEF4", "", 6, "b@shop.example", SLOW.formatted(1, 1)));

        List<Group> groups = QueueGroups.of(rows(queue), By.CAUSE, TestingJudgement.BUILT_IN);

        assertThat(groups.stream().map(Group::messages)).containsExactly(2, 1, 1);
        assertThat(QueueCause.of(groups.getFirst().key()))
                .isEqualTo(new QueueCause(CauseClass.RATE_LIMITED, "", "Gmail"));
        assertThat(groups.stream().map(Group::key))
                .contains("", new QueueCause(CauseClass.RATE_LIMITED, "", "example.net").key());
    }
}
