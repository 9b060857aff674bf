package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Drain;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.QueueShape;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;

class ScopeDrainTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ScopeDrain drain = new ScopeDrain();

    @Test
    void whatAFilterFindsDrains() throws Exception {
        QueueQuery query = QueueQuery.EVERYTHING.matching(filter("domain:example.net"));
        for (int second = 0; second <= 600; second += 5) {
            drain.add(answer(query, second, 2_000 - second), List.of());
        }
        assertThat(drain.drain())
                .isInstanceOfSatisfying(
                        Drain.Draining.class,
                        draining ->
                                assertThat(draining.emptyAt())
                                        .isBetween(NOW.plusSeconds(1_700), NOW.plusSeconds(2_300)));
        // Sorted in another way it is the same mail.
        drain.add(answer(query.sorted(QueueColumn.SIZE, true), 605, 1_395), List.of());
        assertThat(drain.drain()).isInstanceOf(Drain.Draining.class);
        drain.add(answer(query.matching(filter("domain:example.org")), 610, 1_395), List.of());
        assertThat(drain.drain()).isEqualTo(new Drain.TooEarly());
    }

    @Test
    void ofEverythingNothingIsSaid() throws Exception {
        drain.add(answer(QueueQuery.EVERYTHING, 0, 12), List.of());
        assertThat(drain.drain()).isNull();
    }

    @Test
    void heldMailDoesNotCount() throws Exception {
        QueueSearch search =
                new QueueSearch(
                        QueueQuery.EVERYTHING.matching(filter("not queue:active")),
                        List.of(
                                TestingFleet.server(
                                        "mail1",
                                        TestingFleet.listing(
                                                NOW,
                                                List.of(
                                                        message("AAAAAA1", QueueName.HOLD),
                                                        message("AAAAAA2", QueueName.DEFERRED),
                                                        message("AAAAAA3", QueueName.ACTIVE))))),
                        NOW,
                        QueueRows.NONE,
                        TestingJudgement.BUILT_IN);
        assertThat(search.answer().rows()).hasSize(2);
        assertThat(search.answer().waiting()).isEqualTo(1);
    }

    private static QueueAnswer answer(QueueQuery query, int second, int waiting) {
        return new QueueAnswer(
                query,
                List.of(),
                NOW.plusSeconds(second),
                waiting,
                QueueRows.NONE,
                waiting,
                List.of(),
                QueueShape.of(TableRows.NONE, NOW),
                QueueRows.NONE,
                RowMapping.between(QueueRows.NONE, QueueRows.NONE));
    }

    private static Filter filter(String text) throws FilterSyntaxException {
        return Filter.parse(text, TestingJudgement.BUILT_IN);
    }

    private static QueuedMessage message(String id, QueueName queue) {
        return new QueuedMessage(
                "-",
                queue,
                new QueueId(id),
                NOW.minusSeconds(60),
                1_000,
                "s@example.org",
                List.of(new Recipient("a@example.net", null)),
                0,
                false,
                null);
    }
}
