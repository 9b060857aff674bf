package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MailRates.Span;
import org.spoolscope.model.MailRates.StageDelays;

class LogColumnsTest {
    private static final MailRates RATES =
            new MailRates(
                    new Span(30, 50, 40, 10, 1, 2, StageDelays.NONE),
                    new Span(300, 0, 60, 30, 10, 0, StageDelays.NONE),
                    new Span(3600, 0, 0, 0, 0, 0, StageDelays.NONE));

    private static Map<Column, Double> row(@Nullable MailRates rates, long behind) {
        Map<Column, Double> row = new EnumMap<>(Column.class);
        LogColumns.put(
                new LogSnapshot(
                        List.of(),
                        "",
                        behind,
                        1,
                        0,
                        0,
                        LogWindow.EMPTY,
                        rates,
                        List.of(),
                        List.of(),
                        List.of()),
                row);
        return row;
    }

    @Test
    void countsAreBroughtToAMinuteAndRatesAreOfFiveMinutes() {
        assertThat(row(RATES, 4_096))
                .containsEntry(Column.ARRIVED_PER_MINUTE, 100.0)
                .containsEntry(Column.SENT_PER_MINUTE, 80.0)
                .containsEntry(Column.DEFERRED_PER_MINUTE, 20.0)
                .containsEntry(Column.BOUNCED_PER_MINUTE, 2.0)
                .containsEntry(Column.REJECTED_PER_MINUTE, 4.0)
                .containsEntry(Column.DEFERRAL_RATE, 0.3)
                .containsEntry(Column.BOUNCE_RATE, 10.0 / 70);
    }

    @Test
    void aLogThatIsNotReadOrOfAnEarlierTimeTellsNothing() {
        assertThat(row(null, 0)).isEmpty();
        assertThat(row(RATES, 100 << 20)).isEmpty();
    }
}
