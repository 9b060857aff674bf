package org.spoolscope.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Link;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ui.chart.TimeAxis;
import org.spoolscope.ui.control.Times;

class ServerTimeAxisTest {
    private final ServerViewModel model =
            new ServerViewModel(InstantSource.fixed(TestingServers.NOW), new Times(ZoneOffset.UTC));

    @Test
    void theAxisIsTheChosenRangeOnceThatIsSeen() {
        model.show(TestingServers.calm());
        assertThat(seconds()).isEqualTo(15 * 60);
        model.range().set(TimeRange.MINUTES_5);
        assertThat(seconds()).isEqualTo(5 * 60);
    }

    @Test
    void aShorterHistoryFillsTheAxis() {
        ServerSnapshot server =
                TestingServers.server(
                        new Link.Online(TestingServers.NOW, Duration.ofMillis(4)),
                        TestingServers.history(90, true, true),
                        TestingServers.host(Reading.of(0.03)),
                        List.of(),
                        List.of());
        model.range().set(TimeRange.HOUR);
        model.show(server);
        Instant first = server.history().time(0);
        assertThat(Duration.between(first, server.at())).isLessThan(Duration.ofHours(1));
        assertThat(axis().from()).isEqualTo(first.toEpochMilli());
    }

    @Test
    void theAxisIsAtLeastTwoMinutesWide() {
        model.show(TestingServers.new40s());
        assertThat(seconds()).isEqualTo(120);
        assertThat(axis().to()).isEqualTo(TestingServers.NOW.toEpochMilli());
    }

    private long seconds() {
        return (axis().to() - axis().from()) / 1000;
    }

    private TimeAxis axis() {
        return Objects.requireNonNull(model.charts().get().get(ServerChart.QUEUE)).get().time();
    }
}
