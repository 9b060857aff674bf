package org.spoolscope.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
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

/// Builds snapshots of made-up servers: online, listed and well unless said otherwise.
public final class TestingSnapshot {
    public static final Instant NOW = Instant.parse("2026-11-24T14:32:07Z");

    private final String name;
    private Link link = new Link.Online(NOW.minusSeconds(600), Duration.ofMillis(4));
    private Instance instance = new Instance("-", "-", true, "/etc/postfix");
    private List<QueuedMessage> messages = numbered(10);
    private boolean listed = true;
    private Growth growth = Growth.UNKNOWN;
    private List<Trouble> troubles = List.of();
    private Reading<Double> pressure = Reading.of(0.02);
    private double iowait = 0.01;
    private ZoneId zone = ZoneOffset.UTC;
    private ListWatch lists = ListWatch.NONE;

    private TestingSnapshot(String name) {
        this.name = name;
    }

    public static TestingSnapshot of(String name) {
        return new TestingSnapshot(name);
    }

    public TestingSnapshot link(Link link) {
        this.link = link;
        return this;
    }

    public TestingSnapshot queued(int queued) {
        this.messages = numbered(queued);
        return this;
    }

    public TestingSnapshot notListed() {
        this.listed = false;
        return this;
    }

    /// These messages, in an instance with other settings.
    public TestingSnapshot queue(InstanceSettings settings, List<QueuedMessage> messages) {
        this.instance = instance.with(settings);
        this.messages = messages;
        return this;
    }

    public TestingSnapshot zone(String id) {
        this.zone = ZoneId.of(id);
        return this;
    }

    public TestingSnapshot growth(double perHour, Drain drain) {
        this.growth = new Growth(perHour, drain);
        return this;
    }

    public TestingSnapshot troubles(Trouble... troubles) {
        this.troubles = List.of(troubles);
        return this;
    }

    public TestingSnapshot iowait(double iowait, Reading<Double> pressure) {
        this.iowait = iowait;
        this.pressure = pressure;
        return this;
    }

    public TestingSnapshot lists(ListWatch lists) {
        this.lists = lists;
        return this;
    }

    public ServerSnapshot build() {
        return new ServerSnapshot(
                ServerConfig.of(name, name + ".example.com"),
                1,
                NOW,
                link,
                new ServerFacts(
                        "3.7.11",
                        name + ".example.com",
                        "Linux 6.1",
                        "ops",
                        List.of(instance),
                        "/var/spool/postfix",
                        "",
                        zone,
                        Duration.ZERO),
                List.of(new InstanceQueue(instance, listed ? KnownQueue.of(listing()) : null)),
                host(),
                History.keeping(100)
                        .plus(NOW, Map.of(History.Column.DEFERRED, (double) messages.size())),
                growth,
                troubles,
                Duration.ofSeconds(4),
                LogSnapshot.NONE,
                lists);
    }

    private HostSample host() {
        return new HostSample(
                NOW,
                Reading.of(new HostSample.Cpu(0.1, 0.05, iowait, 0, 0.85 - iowait)),
                Reading.of(new HostSample.Load(0.2, 0.3, 0.4)),
                Reading.of(new HostSample.Memory(8L << 30, 4L << 30, 0, 0)),
                pressure,
                Reading.of(new HostSample.Disk("vda", 4, 0.1, 20)),
                Reading.of(new HostSample.Space(100L << 30, 29L << 30, 1000, 900)));
    }

    private QueueListing listing() {
        return new QueueListing(NOW, Duration.ofMillis(20), QueueTable.of(messages), true, 0);
    }

    private static List<QueuedMessage> numbered(int count) {
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(
                    new QueuedMessage(
                            "-",
                            QueueName.DEFERRED,
                            new QueueId(String.format("%08X", i)),
                            NOW.minusSeconds(i),
                            1000,
                            "news@shop.example",
                            List.of(),
                            false));
        }
        return messages;
    }
}
