package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Drain;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.ListWatch;

class WatchReportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Link ONLINE = new Link.Online(NOW, Duration.ofMillis(12));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    out, new ByteArrayOutputStream(), StandardCharsets.UTF_8, false, Prompt.NOBODY);

    private final FleetSnapshot fleet =
            new FleetSnapshot(
                    List.of(
                            server(
                                    "mail1",
                                    ONLINE,
                                    new Growth(
                                            -1200.0,
                                            new Drain.Draining(
                                                    NOW.plusSeconds(5400),
                                                    NOW.plusSeconds(5000),
                                                    NOW.plusSeconds(5900))),
                                    host(Reading.of(0.031)),
                                    listing(3, true)),
                            server(
                                    "old",
                                    ONLINE,
                                    Growth.UNKNOWN,
                                    host(Reading.notAvailable("no PSI")),
                                    listing(1, false)),
                            server(
                                    "dead",
                                    new Link.Down(
                                            new LinkFailure.NotReached(
                                                    LinkFailure.NotReached.Cause.TIMED_OUT, ""),
                                            NOW,
                                            3,
                                            NOW),
                                    Growth.UNKNOWN,
                                    host(Reading.of(0.9)),
                                    listing(2, true)),
                            server(
                                    "new",
                                    new Link.Connecting(1, NOW),
                                    Growth.UNKNOWN,
                                    null,
                                    null)));

    @Test
    void leavesOutWhatIsNotKnown() {
        new WatchJson(terminal.json(OSLO)).print(fleet);

        assertThat(printed())
                .isEqualTo(
                        """
                        {"time":"2026-03-01T13:00:00+01:00","server":"mail1","state":"online","queues":{"maildrop":0,"incoming":0,"active":0,"deferred":3,"hold":0},"total":3,"growth_per_hour":-1200,"drain_eta":"2026-03-01T14:30:00+01:00","iowait":0.25,"io_pressure":0.031,"load1":1.5,"spool_free":2147483648,"inodes_free":90,"rtt_ms":12}
                        {"time":"2026-03-01T13:00:00+01:00","server":"old","state":"online","queues":{"active":0,"deferred":1,"hold":0},"total":1,"iowait":0.25,"load1":1.5,"spool_free":2147483648,"inodes_free":90,"rtt_ms":12}
                        {"time":"2026-03-01T13:00:00+01:00","server":"dead","state":"unreachable","queues":{"maildrop":0,"incoming":0,"active":0,"deferred":2,"hold":0},"total":2}
                        {"time":"2026-03-01T13:00:00+01:00","server":"new","state":"connecting"}
                        """);
    }

    @Test
    void alignsTheFigures() {
        new WatchRows(terminal, OSLO).print(fleet);

        assertThat(printed())
                .isEqualTo(
                        """
                        TIME      SERVER  STATE          TOTAL   ACTIVE  DEFERRED    HOLD       GROWTH     EMPTY IN   IN/MIN  SENT/MIN  DEFERRAL  BOUNCED  IOWAIT  PRESSURE    LOAD    SPOOL      RTT
                        13:00:00  mail1   online             3        0         3       0   −1,200 / h   1 h 30 min        –         –         –        –  25.0 %     3.1 %    1.50   2.0 GB    12 ms
                        13:00:00  old     online             1        0         1       0            –            –        –         –         –        –  25.0 %         –    1.50   2.0 GB    12 ms
                        13:00:00  dead    unreachable        2        0         2       0            –            –        –         –         –        –       –         –       –        –        –
                        13:00:00  new     connecting         –        –         –       –            –            –        –         –         –        –       –         –       –        –        –
                        """);
    }

    @Test
    void figuresAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            new WatchRows(terminal, OSLO).print(fleet);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(printed()).contains(" 1.50 ").doesNotContain("1,50");
    }

    private String printed() {
        terminal.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ServerSnapshot server(
            String name,
            Link link,
            Growth growth,
            @Nullable HostSample host,
            @Nullable QueueListing listing) {
        return new ServerSnapshot(
                ServerConfig.of(name, name + ".example.no"),
                1,
                NOW,
                link,
                null,
                List.of(
                        new InstanceQueue(
                                new Instance("-", "-", true, "/etc/postfix"),
                                listing == null ? null : KnownQueue.of(listing))),
                host,
                History.keeping(10),
                growth,
                List.of(),
                null,
                LogSnapshot.NONE,
                ListWatch.NONE);
    }

    private static QueueListing listing(int messages, boolean toldApart) {
        return new QueueListing(
                NOW,
                Duration.ofMillis(20),
                QueueTable.of(
                        IntStream.range(0, messages)
                                .mapToObj(i ->
                                        new QueuedMessage(
                                                "-",
                                                QueueName.DEFERRED,
                                                new QueueId("ABCDEF" + i),
                                                NOW,
                                                1,
                                                "",
                                                List.of(),
                                                false))
                                .toList()),
                toldApart,
                0);
    }

    private static HostSample host(Reading<Double> pressure) {
        return new HostSample(
                NOW,
                Reading.of(new HostSample.Cpu(0.1, 0.1, 0.25, 0, 0.55)),
                Reading.of(new HostSample.Load(1.5, 1, 1)),
                Reading.notAvailable("not asked"),
                pressure,
                Reading.notAvailable("not asked"),
                Reading.of(new HostSample.Space(10L << 30, 2L << 30, 100, 90)));
    }
}
