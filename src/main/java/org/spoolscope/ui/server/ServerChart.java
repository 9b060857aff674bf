package org.spoolscope.ui.server;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.History;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Reading;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Words;
import org.spoolscope.ui.chart.ChartSpec;
import org.spoolscope.ui.chart.SeriesSpec;
import org.spoolscope.ui.chart.SeriesSpec.Form;
import org.spoolscope.ui.chart.TimeAxis;
import org.spoolscope.ui.chart.Unit;
import org.spoolscope.ui.theme.Token;

/// The charts of the page, from top to bottom.
enum ServerChart {
    QUEUE(Unit.COUNT, 96),
    MAIL(Unit.COUNT, 56),
    FAILURE(Unit.PERCENT, 40),
    GROWTH(Unit.PER_HOUR, 40),
    HOST(Unit.PERCENT, 40),
    DISK_LATENCY(Unit.MILLIS, 40),
    ROUND_TRIP(Unit.MILLIS, 40);

    private final Unit unit;
    private final int plotHeight;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ServerChart(Unit unit, int plotHeight) {
        this.unit = unit;
        this.plotHeight = plotHeight;
    }

    String id() {
        return "server-chart-" + key;
    }

    int plotHeight() {
        return plotHeight;
    }

    DisplayText title() {
        return Words.get("server.chart." + key);
    }

    DisplayText unitName() {
        return Words.get("server.chart." + key + ".unit");
    }

    /// What stands in its place while there are no values.
    DisplayText empty() {
        return Words.get("server.chart." + key + ".empty");
    }

    boolean isLast() {
        return ordinal() == values().length - 1;
    }

    /// Copies the rows of the axis out of the history. Any thread; takes part of a millisecond.
    ///
    /// @param host says why a column is empty
    /// @param log says why there are no figures of the log, or null when there may be
    /// @param troubles what someone must act on is red
    ChartSpec spec(
            History history,
            TimeAxis time,
            @Nullable HostSample host,
            @Nullable DisplayText log,
            List<Trouble> troubles) {
        Window window = Window.of(history, time);
        List<SeriesSpec> series =
                switch (this) {
                    case QUEUE ->
                            List.of(
                                    window.area(Column.DEFERRED, Token.DEFERRED),
                                    window.area(Column.ACTIVE, Token.ACTIVE),
                                    window.area(Column.INCOMING, Token.INCOMING),
                                    window.area(Column.MAILDROP, Token.SENT),
                                    window.area(Column.HOLD, Token.HOLD));
                    case MAIL ->
                            List.of(
                                    window.line(Column.ARRIVED_PER_MINUTE, Token.INCOMING),
                                    window.line(Column.SENT_PER_MINUTE, Token.SENT),
                                    window.line(Column.DEFERRED_PER_MINUTE, Token.DEFERRED),
                                    window.line(Column.BOUNCED_PER_MINUTE, Token.BOUNCED));
                    case FAILURE ->
                            List.of(
                                    window.line(Column.DEFERRAL_RATE, Token.DEFERRED),
                                    window.line(Column.BOUNCE_RATE, Token.BOUNCED));
                    case GROWTH -> List.of(window.line(Column.GROWTH_PER_HOUR, Token.ACCENT));
                    case HOST ->
                            List.of(
                                    window.series(
                                            Column.IOWAIT,
                                            isDiskBad(troubles) ? Token.BOUNCED : Token.ACCENT,
                                            Form.LINE,
                                            host == null ? null : why(host.cpu())),
                                    window.series(
                                            Column.IO_PRESSURE,
                                            Token.HOLD,
                                            Form.DASHED,
                                            host == null ? null : why(host.ioPressure())));
                    case DISK_LATENCY ->
                            List.of(
                                    window.series(
                                            Column.DISK_LATENCY_MILLIS,
                                            Token.ACCENT,
                                            Form.LINE,
                                            host == null ? null : why(host.disk())));
                    case ROUND_TRIP -> List.of(window.line(Column.ROUND_TRIP_MILLIS, Token.ACCENT));
                };
        return new ChartSpec(
                time, unit, window.millis(), series, this == MAIL || this == FAILURE ? log : null);
    }

    private static boolean isDiskBad(List<Trouble> troubles) {
        return troubles.stream()
                .anyMatch(trouble ->
                        trouble instanceof Trouble.DiskBound
                                && trouble.severity() == Trouble.Severity.BAD);
    }

    private static @Nullable DisplayText why(Reading<?> reading) {
        return reading instanceof Reading.NotAvailable<?>(String why) ? DisplayText.of(why) : null;
    }
}
