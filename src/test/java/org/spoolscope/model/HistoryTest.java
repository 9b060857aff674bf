package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.History.Column;

final class HistoryTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void keepsTheNewestRowsInOrder() {
        History history = History.keeping(300);
        for (int i = 0; i < 2_000; i++) {
            history = history.plus(START.plusSeconds(i), Map.of(Column.ACTIVE, (double) i));
        }
        assertThat(history.size()).isBetween(300, 300 + 2 * History.CHUNK);
        int last = history.size() - 1;
        assertThat(history.value(Column.ACTIVE, last)).isEqualTo(1_999);
        assertThat(history.time(last)).isEqualTo(START.plusSeconds(1_999));
        assertThat(history.value(Column.ACTIVE, 0)).isEqualTo(2_000 - history.size());
    }

    @Test
    void doesNotChangeWhatWasPublished() {
        History one = History.keeping(10).plus(START, Map.of(Column.HOLD, 1.0));
        History two = one.plus(START.plusSeconds(2), Map.of(Column.HOLD, 2.0));
        assertThat(one.size()).isEqualTo(1);
        assertThat(two.value(Column.HOLD, 0)).isEqualTo(1);
        assertThat(two.value(Column.HOLD, 1)).isEqualTo(2);
    }

    @Test
    void whatWasNotMeasuredIsNoNumber() {
        History history = History.keeping(10).plus(START, Map.of());
        for (Column column : Column.values()) {
            assertThat(history.value(column, 0)).isNaN();
        }
    }
}
