package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.History;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Words;
import org.spoolscope.ui.chart.ChartSpec;
import org.spoolscope.ui.chart.TimeAxis;
import org.spoolscope.ui.control.Times;

/// What the page of a server says and draws. Used on one thread.
final class ServerViewModel {
    /// Less would draw two samples as a trend.
    private static final Duration LEAST = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Times times;
    private final ObjectProperty<TimeRange> range =
            new SimpleObjectProperty<>(TimeRange.MINUTES_15);
    private final ReadOnlyObjectWrapper<@Nullable ServerPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<ServerChart, Supplier<ChartSpec>>> charts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private @Nullable ServerSnapshot server;

    /// A page of no server yet.
    ///
    /// @param clock what ages are told by
    ServerViewModel(InstantSource clock, Times times) {
        this.clock = clock;
        this.times = times;
        range.addListener((_, _, _) -> draw());
    }

    /// Shows a snapshot of the same or another server.
    void show(ServerSnapshot next) {
        server = next;
        tick();
        draw();
    }

    /// Tells ages anew; once a second is enough.
    void tick() {
        if (server != null) {
            page.set(ServerPage.of(server, clock.instant(), times));
        }
    }

    /// The snapshot shown, or null before the first.
    @Nullable ServerSnapshot server() {
        return server;
    }

    ObjectProperty<TimeRange> range() {
        return range;
    }

    /// Null before the first snapshot.
    ReadOnlyObjectProperty<@Nullable ServerPage> page() {
        return page.getReadOnlyProperty();
    }

    /// What makes the data of each chart; to be called on another thread.
    ReadOnlyObjectProperty<Map<ServerChart, Supplier<ChartSpec>>> charts() {
        return charts.getReadOnlyProperty();
    }

    /// Since when there are figures: worth saying while they do not fill the charts.
    DisplayText watchedSince() {
        if (server == null || server.history().size() == 0) {
            return DisplayText.EMPTY;
        }
        Instant first = server.history().time(0);
        return first.isAfter(server.at().minus(range.get().span()))
                ? Words.get("server.since", times.second(first))
                : DisplayText.EMPTY;
    }

    /// The chosen range, or what there is of it while the history is shorter.
    private Duration span(ServerSnapshot of) {
        Duration whole = range.get().span();
        if (of.history().size() == 0) {
            return whole;
        }
        Duration seen = Duration.between(of.history().time(0), of.at());
        return seen.compareTo(whole) >= 0 ? whole : seen.compareTo(LEAST) > 0 ? seen : LEAST;
    }

    private void draw() {
        if (server == null) {
            return;
        }
        History history = server.history();
        HostSample host = server.host();
        DisplayText log = LogAbsence.of(server.log());
        List<Trouble> troubles = server.troubles();
        TimeAxis time = TimeAxis.before(server.at(), span(server), times.zone());
        Map<ServerChart, Supplier<ChartSpec>> next = new EnumMap<>(ServerChart.class);
        for (ServerChart chart : ServerChart.values()) {
            next.put(chart, () -> chart.spec(history, time, host, log, troubles));
        }
        charts.set(next);
    }
}
