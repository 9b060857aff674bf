package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.postfix.filter.Filter;

/// Prints what a search costs, and holds it to what a person does not notice (with room for a busy
/// machine).
class QueueSearchSpeedTest {
    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void isAnsweredWithoutAVisiblePause(int messages) throws Exception {
        FleetSnapshot fleet = TestingFleet.of(messages);
        QueueQuery narrow =
                QueueQuery.EVERYTHING.matching(
                        Filter.parse("queue:deferred domain:gmail.example age>30m"));
        QueueQuery text =
                QueueQuery.EVERYTHING
                        .matching(Filter.parse("unusual rate"))
                        .sorted(QueueColumn.REASON, false);
        long all = median(QueueQuery.EVERYTHING, fleet, messages);
        long filtered = median(narrow, fleet, messages);
        long searched = median(text, fleet, messages);
        MeasuredFigures.note(
                messages + " messages searched",
                "everything %d ms, by keys %d ms, by words %d ms"
                        .formatted(all, filtered, searched));
        assertThat(Math.max(all, Math.max(filtered, searched))).isLessThan(messages / 10);
    }

    private static long median(QueueQuery query, FleetSnapshot fleet, int messages) {
        QueueRow[] shown = new QueueRow[0];
        long[] millis = new long[5];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            QueueAnswer answer =
                    new QueueSearch(query, fleet.servers(), TestingFleet.NOW, shown).answer();
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            shown = answer.rows();
            assertThat(answer.total()).isEqualTo(messages);
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }
}
