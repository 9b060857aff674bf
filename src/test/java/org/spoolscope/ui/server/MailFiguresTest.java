package org.spoolscope.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MailRates.Percentiles;
import org.spoolscope.model.MailRates.Span;
import org.spoolscope.model.MailRates.StageDelays;

class MailFiguresTest {
    private static final StageDelays DELAYS =
            new StageDelays(
                    new Percentiles(0, 0, 0),
                    new Percentiles(4.2, 90, 900),
                    new Percentiles(180, 2_100, 30_000),
                    new Percentiles(61_000, 400_000, 900_000));
    private static final MailRates RATES =
            new MailRates(
                    new Span(60, 424, 306, 104, 44, 0, DELAYS),
                    new Span(120, 3, 1, 1, 0, 2_400, StageDelays.NONE),
                    new Span(0, 0, 0, 0, 0, 0, StageDelays.NONE));

    private static List<String> texts(List<FigureRow> rows) {
        return rows.stream()
                .map(row ->
                        row.name()
                                + ": "
                                + String.join(
                                        " | ",
                                        row.cells().stream().map(DisplayText::toString).toList()))
                .toList();
    }

    @Test
    void tellsRatesAndRatiosOverThreeWindows() {
        assertThat(texts(MailFigures.rates(RATES)))
                .containsExactly(
                        "last minute: 424 | 306 | 104 | 44 | 0 | 22.9 % | 12.6 %",
                        "last 5 min: 1.5 | 0.5 | 0.5 | 0 | 1,200 | 50.0 % | 0.0 %",
                        "last hour: – | – | – | – | – | – | –");
    }

    @Test
    void tellsDelaysByStage() {
        assertThat(texts(MailFigures.delays(RATES)))
                .containsExactly(
                        "last minute: 0 ms · 0 ms | 4.2 ms · 90 ms | 180 ms · 2.1 s | 1 min · 6"
                                + " min",
                        "last 5 min: – | – | – | –",
                        "last hour: – | – | – | –");
    }

    @Test
    void everyFigureIsDefinedAndThereAreAsManyAsColumns() {
        assertThat(MailFigures.rateColumns())
                .hasSameSizeAs(MailFigures.rates(RATES).getFirst().cells())
                .allSatisfy(column -> assertThat(column.definition().isEmpty()).isFalse());
        assertThat(MailFigures.delayColumns())
                .hasSameSizeAs(MailFigures.delays(RATES).getFirst().cells())
                .allSatisfy(column -> assertThat(column.definition().isEmpty()).isFalse());
        assertThat(MailFigures.rateColumns().get(5).definition())
                .hasToString("Deferral rate: deferred attempts / all attempts");
        assertThat(MailFigures.rates(null)).isEmpty();
    }
}
