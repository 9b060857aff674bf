package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.History.Column;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.ui.TestingLog;

/// Made-up servers: a blast on a slow disk, and its variations.
final class TestingServers {
    static final Instant NOW = Instant.parse("2026-03-13T14:32:07Z");
    static final String NO_PSI = "this kernel has no I/O pressure (PSI)";
    static final Instance DEFAULT = new Instance("-", "-", true, "/etc/postfix");
    static final Instance OUT = new Instance("postfix-out", "mta", true, "/etc/postfix-out");

    private TestingServers() {}

    /// The queue grows from 600 to 14,000; iowait has risen first.
    static ServerSnapshot diskBound() {
        return server(
                new Link.Online(NOW.minusSeconds(7200), Duration.ofNanos(4_200_000)),
                history(1800, true, false),
                host(Reading.of(0.61)),
                List.of(queue(DEFAULT, 14_210)),
                List.of(
                        new Trouble.DiskBound(0.38, 0.61),
                        new Trouble.QueueGrowing(9_800, 14_210)));
    }

    /// Errors of our own have ended everything.
    static ServerSnapshot stopped() {
        return server(
                new Link.Online(NOW.minusSeconds(7200), Duration.ofNanos(4_200_000)),
                history(1800, true, true),
                host(Reading.of(0.03)),
                List.of(queue(DEFAULT, 71)),
                Stream.of(Trouble.WorkStopped.Work.values())
                        .<Trouble>map(Trouble.WorkStopped::new)
                        .toList());
    }

    static ServerSnapshot calm() {
        return server(
                new Link.Online(NOW.minusSeconds(7200), Duration.ofNanos(4_200_000)),
                history(1800, true, true),
                host(Reading.of(0.03)),
                List.of(queue(DEFAULT, 612)),
                List.of());
    }

    static ServerSnapshot paused() {
        return server(
                new Link.Paused(),
                history(1800, true, true),
                host(Reading.of(0.03)),
                List.of(queue(DEFAULT, 612)),
                List.of());
    }

    /// Three figures of each kind are as long as they get.
    static ServerSnapshot mail() {
        MailRates.Percentiles long95 = new MailRates.Percentiles(45_600, 7_380_000, 9_000_000);
        MailRates.StageDelays delays = new MailRates.StageDelays(long95, long95, long95, long95);
        MailRates.Span span =
                new MailRates.Span(60, 12_424, 10_306, 11_104, 14_044, 10_000, delays);
        return TestingLog.with(
                calm(), TestingLog.of().rates(new MailRates(span, span, span)).build());
    }

    static ServerSnapshot down(LinkFailure failure, @Nullable Instant retryAt) {
        History cut = history(1500, true, false);
        return server(
                new Link.Down(failure, NOW.minusSeconds(612), 7, retryAt),
                cut.plus(NOW.minusSeconds(610), Map.of()),
                host(Reading.of(0.2)),
                List.of(queue(DEFAULT, 8_400)),
                List.of());
    }

    static ServerSnapshot lost() {
        return down(
                new LinkFailure.Lost(true, "no answer to 3 keep-alives in 15 s"),
                NOW.plusSeconds(12));
    }

    /// Its log may not be read either.
    static ServerSnapshot withoutPsi() {
        ServerSnapshot server =
                server(
                        new Link.Online(NOW.minusSeconds(7200), Duration.ofNanos(4_200_000)),
                        history(1800, false, true),
                        host(Reading.notAvailable(NO_PSI)),
                        List.of(queue(DEFAULT, 612)),
                        List.of());
        return TestingLog.with(
                server,
                TestingLog.of()
                        .source(
                                new LogSource.Unreadable(
                                        "/var/log/mail.log",
                                        "permission denied",
                                        "usermod -aG adm watch"))
                        .build());
    }

    static ServerSnapshot twoInstances() {
        return server(
                new Link.Online(NOW.minusSeconds(7200), Duration.ofNanos(4_200_000)),
                history(1800, true, false),
                host(Reading.of(0.61)),
                List.of(queue(DEFAULT, 4_210), queue(OUT, 10_000)),
                List.of(new Trouble.DiskBound(0.3, 0.5)));
    }

    static ServerSnapshot new40s() {
        return server(
                new Link.Online(NOW.minusSeconds(42), Duration.ofNanos(4_200_000)),
                history(20, true, true),
                host(Reading.of(0.03)),
                List.of(queue(DEFAULT, 612)),
                List.of());
    }

    static ServerSnapshot connecting() {
        return unknown(new Link.Connecting(1, NOW.minusSeconds(1)));
    }

    static ServerSnapshot neverReached(LinkFailure failure) {
        return unknown(new Link.Down(failure, NOW.minusSeconds(612), 7, null));
    }

    private static ServerSnapshot unknown(Link link) {
        return new ServerSnapshot(
                ServerConfig.of("mail3", "192.0.2.13"),
                1,
                NOW,
                link,
                null,
                List.of(),
                null,
                History.keeping(1800),
                Growth.UNKNOWN,
                List.of(),
                null,
                LogSnapshot.NONE,
                ListWatch.NONE);
    }

    static ServerSnapshot server(
            Link link,
            History history,
            HostSample host,
            List<InstanceQueue> queues,
            List<Trouble> troubles) {
        return new ServerSnapshot(
                ServerConfig.of("mail3", "192.0.2.13"),
                1,
                NOW,
                link,
                new ServerFacts(
                        "3.7.11",
                        "mail3.example.com",
                        "Linux 6.1",
                        "watch",
                        queues.stream().map(InstanceQueue::instance).toList(),
                        "/var/spool/postfix",
                        "",
                        ZoneOffset.UTC,
                        Duration.ZERO),
                queues,
                host,
                history,
                new Growth(9_800.0, new Drain.Growing()),
                troubles,
                Duration.ofSeconds(4),
                LogSnapshot.NONE,
                ListWatch.NONE);
    }

    static HostSample host(Reading<Double> pressure) {
        return new HostSample(
                NOW,
                Reading.of(new HostSample.Cpu(0.12, 0.05, 0.38, 0, 0.45)),
                Reading.of(new HostSample.Load(6.21, 4.9, 2.4)),
                Reading.of(new HostSample.Memory(16L << 30, 6L << 30, 0, 0)),
                pressure,
                Reading.of(new HostSample.Disk("vda", 42, 0.97, 310)),
                Reading.of(new HostSample.Space(40L << 30, 31L << 30, 2_000_000, 1_842_000)));
    }

    static InstanceQueue queue(Instance instance, int total) {
        List<QueuedMessage> messages = new ArrayList<>();
        for (QueueName name : QueueName.values()) {
            int share =
                    switch (name) {
                        case DEFERRED -> total * 78 / 100;
                        case ACTIVE -> total * 14 / 100;
                        case INCOMING -> total * 6 / 100;
                        case HOLD, MAILDROP, CORRUPT -> 0;
                    };
            for (int i = 0; i < share; i++) {
                messages.add(message(instance, name, messages.size()));
            }
        }
        return new InstanceQueue(
                instance,
                KnownQueue.of(
                        new QueueListing(
                                NOW.minusSeconds(12),
                                Duration.ofMillis(210),
                                QueueTable.of(messages),
                                true,
                                0)));
    }

    private static QueuedMessage message(Instance instance, QueueName queue, int number) {
        return new QueuedMessage(
                instance.name(),
                queue,
                new QueueId("4bQxyz%06dz".formatted(number)),
                NOW.minusSeconds(600),
                2048,
                "a@example.com",
                List.of(),
                false);
    }

    static History history(int rows, boolean pressure, boolean calm) {
        Random random = new Random(7);
        History history = History.keeping(1800);
        for (int row = 0; row < rows; row++) {
            double t = (double) row / 1800;
            double disk = calm ? 0 : Math.clamp((t - 0.38) * 6, 0.0, 1.0);
            double blast = calm ? 0 : Math.max(0, (t - 0.42) / 0.58);
            double total = 600 + 13_600 * blast + random.nextInt(60);
            Map<Column, Double> values = new EnumMap<>(Column.class);
            values.put(Column.DEFERRED, total * 0.78);
            values.put(Column.ACTIVE, total * 0.14);
            values.put(Column.INCOMING, total * 0.06);
            values.put(Column.MAILDROP, (double) random.nextInt(3));
            values.put(Column.HOLD, calm || t < 0.7 ? 0.0 : 240.0);
            if (row > 10) {
                values.put(
                        Column.GROWTH_PER_HOUR,
                        (blast > 0 ? 9_800 * Math.min(1, blast * 6) : -20) + random.nextInt(200));
            }
            values.put(Column.IOWAIT, 0.03 + 0.35 * disk + random.nextDouble() * 0.03);
            if (pressure) {
                values.put(Column.IO_PRESSURE, 0.05 + 0.55 * disk + random.nextDouble() * 0.05);
            }
            values.put(Column.DISK_LATENCY_MILLIS, 2 + 40 * disk + random.nextDouble() * 4);
            values.put(
                    Column.ROUND_TRIP_MILLIS,
                    random.nextInt(150) == 0 ? 38 : 4 + random.nextDouble() * 1.5);
            if (pressure) {
                values.put(Column.ARRIVED_PER_MINUTE, 424.0 + random.nextInt(40));
                values.put(Column.SENT_PER_MINUTE, 400 - 180 * disk + random.nextInt(40));
                values.put(Column.DEFERRED_PER_MINUTE, 24 + 130 * disk + random.nextInt(20));
                values.put(Column.BOUNCED_PER_MINUTE, t < 0.2 ? 0.0 : 40.0 + random.nextInt(8));
                values.put(Column.DEFERRAL_RATE, 0.05 + 0.25 * disk + random.nextDouble() * 0.01);
                values.put(Column.BOUNCE_RATE, t < 0.2 ? 0.005 : 0.11 + random.nextDouble() / 99);
            }
            history =
                    history.plus(NOW.minusSeconds(2L * ((rows < 100 ? rows : 1800) - row)), values);
        }
        return history;
    }
}
