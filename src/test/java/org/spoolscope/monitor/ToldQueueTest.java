package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.Reconciliation;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.ssh.Ssh;

/// Queues that are told by their log, over real SSH.
class ToldQueueTest {
    private static final MonitorSettings QUICK =
            MonitorSettings.DEFAULT.withPace(
                    Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
    private static final long PATIENCE_SECONDS = 60;
    private static final double SPEED = 20;

    private DemoFleet demo;
    private Ssh ssh;
    private Fleet fleet;

    @BeforeEach
    void start() throws IOException {
        demo = DemoFleet.start(7, 3, SPEED);
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        demo.servers(),
                        QUICK,
                        LogSettings.builtIn(),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(7));
    }

    @AfterEach
    void stop() {
        fleet.close();
        ssh.close();
        demo.close();
    }

    @Test
    void aListingFindsWhatTheLogHasTold() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String name : List.of("mail1", "mail2")) {
            ServerSnapshot server = await(name, ServerSnapshot::isToldByLog);
            for (int i = 0; i < 3; i++) {
                Instant before = Objects.requireNonNull(server.listedAt());
                Instant moved = demo.clock().instant().plusSeconds(20);
                await(name, one -> isKnownAfter(one, moved));
                fleet.listNow(name);
                server = await(name, one -> isListedAfter(one, before));
                for (KnownQueue queue : known(server)) {
                    Reconciliation checked = Objects.requireNonNull(queue.log()).checked();
                    if (!checked.agrees()) {
                        differences.add(name + " " + checked);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void withItsLogAQueueIsNotListedAgainAndAgain() throws Exception {
        ServerSnapshot server = await("mail2", ServerSnapshot::isToldByLog);
        Instant listed = Objects.requireNonNull(server.listedAt());
        Instant later = demo.clock().instant().plusSeconds(60);
        assertThat(await("mail2", one -> isKnownAfter(one, later)).listedAt()).isEqualTo(listed);
        // What was missed is read from the log.
        demo.host("mail2").dropConnections();
        await("mail2", one -> one.link() instanceof Link.Down);
        Instant back = demo.clock().instant();
        assertThat(
                        await(
                                        "mail2",
                                        one ->
                                                one.link() instanceof Link.Online
                                                        && isKnownAfter(one, back))
                                .listedAt())
                .isEqualTo(listed);
    }

    @Test
    void thatPostfixIsStoppedIsSeenWithoutAskingAgainAndAgain() throws Exception {
        await("mail2", ServerSnapshot::isToldByLog);
        demo.host("mail2").inject(Fault.MAIL_SYSTEM_DOWN);
        ServerSnapshot down =
                await(
                        "mail2",
                        one ->
                                one.troubles().stream()
                                        .anyMatch(Trouble.MailSystemDown.class::isInstance));
        assertThat(down.link()).isInstanceOf(Link.Online.class);
    }

    @Test
    void withoutALogItIs() throws Exception {
        ServerSnapshot server = await("mail3", one -> one.listingEvery() != null);
        assertThat(server.isToldByLog()).isFalse();
        assertThat(server.knownAt()).isEqualTo(server.listedAt());
        assertThat(server.listingEvery()).isLessThan(QUICK.listWhenTold());
    }

    private static boolean isKnownAfter(ServerSnapshot server, Instant moment) {
        Instant known = server.knownAt();
        return known != null && known.isAfter(moment);
    }

    private static boolean isListedAfter(ServerSnapshot server, Instant moment) {
        Instant listed = server.listedAt();
        return listed != null && listed.isAfter(moment);
    }

    private static List<KnownQueue> known(ServerSnapshot server) {
        return server.queues().stream()
                .map(queue -> Objects.requireNonNull(queue.known()))
                .toList();
    }

    private ServerSnapshot await(String name, Predicate<ServerSnapshot> wanted) throws Exception {
        BlockingQueue<Boolean> changed = new ArrayBlockingQueue<>(1);
        try (Fleet.Subscription _ = fleet.subscribe(_ -> changed.offer(true))) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                ServerSnapshot now = fleet.snapshot().server(name).orElseThrow();
                if (now.hasListing() && wanted.test(now)) {
                    return now;
                }
                long left = until - System.nanoTime();
                if (left < 0) {
                    throw new AssertionError(
                            "%s %s told %s known %s listed %s"
                                    .formatted(
                                            name,
                                            now.link(),
                                            now.isToldByLog(),
                                            now.knownAt(),
                                            now.listedAt()));
                }
                changed.poll(left, TimeUnit.NANOSECONDS);
            }
        }
    }
}
