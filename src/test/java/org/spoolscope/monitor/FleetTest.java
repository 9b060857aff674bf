package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.UnexpectedWarnings;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.model.Capability;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.History;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;

/// The whole way from real SSH on loopback to the published snapshot, over the demo fleet.
final class FleetTest {
    private static final MonitorSettings QUICK =
            MonitorSettings.DEFAULT.withPace(
                    Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final long PATIENCE_SECONDS = 30;

    private DemoFleet demo;
    private Ssh ssh;
    private Fleet fleet;

    @BeforeEach
    void start() throws IOException {
        demo = DemoFleet.start(7, 3, 1);
        watch(demo.settings(), demo.clock());
    }

    @AfterEach
    void stop() {
        fleet.close();
        ssh.close();
        demo.close();
    }

    @Test
    void seesQueuesAndHosts() {
        FleetSnapshot all =
                await(snapshot ->
                        snapshot.servers().stream()
                                .allMatch(server ->
                                        server.hasListing()
                                                && server.host() != null
                                                && server.host().cpu().orNull() != null));
        assertThat(all.servers())
                .extracting(ServerSnapshot::name)
                .containsExactly("mail1", "mail2", "mail3");
        for (ServerSnapshot server : all.servers()) {
            assertThat(server.link()).isInstanceOf(Link.Online.class);
            assertThat(server.counts().total()).isPositive();
            assertThat(server.history().size()).isPositive();
        }
        assertThat(all.server("mail2").orElseThrow().queues()).hasSize(2);
        assertThat(all.server("mail3").orElseThrow().counts().total()).isGreaterThan(5_000);
    }

    @Test
    void namesTheSlowDiskAndTheProviderThatLimits() {
        await(server("mail3"), has(Trouble.DiskBound.class));
        await(server("mail1"), has(Trouble.DestinationLimits.class));
        assertThat(server("mail2").troubles()).isEmpty();
    }

    @Test
    void comesBackWhenTheLinkBreaks() {
        ServerSnapshot before = await(server("mail2"), isOnline());
        demo.host("mail2").dropConnections();
        ServerSnapshot down = await(before, server -> server.link() instanceof Link.Down);
        assertThat(((Link.Down) down.link()).failure()).isInstanceOf(LinkFailure.Lost.class);
        assertThat(((Link.Down) down.link()).retryAt()).isNotNull();
        ServerSnapshot again = await(down, isOnline().and(server -> server.host() != null));
        assertThat(gapRows(await(again, server -> gapRows(server.history()) > 0).history()))
                .isEqualTo(1);
    }

    @Test
    void goesOnTryingWhileNobodyListens() {
        await(server("mail2"), isOnline());
        demo.host("mail2").inject(Fault.LOSE_LINK);
        ServerSnapshot refused =
                await(
                        server("mail2"),
                        server ->
                                server.link() instanceof Link.Down(var failure, _, _, _)
                                        && failure instanceof LinkFailure.NotReached);
        assertThat(((LinkFailure.NotReached) ((Link.Down) refused.link()).failure()).cause())
                .isEqualTo(LinkFailure.NotReached.Cause.CONNECTION_REFUSED);
        demo.host("mail2").clear(Fault.LOSE_LINK);
        await(server("mail2"), isOnline());
    }

    @Test
    void refusesAChangedKeyAndDoesNotRetry() throws IOException {
        await(server("mail2"), isOnline());
        demo.host("mail2").changeHostKey();
        demo.host("mail2").dropConnections();
        ServerSnapshot refused =
                await(
                        server("mail2"),
                        server ->
                                server.link() instanceof Link.Down(var failure, _, _, _)
                                        && failure instanceof LinkFailure.HostKeyChanged);
        assertThat(((Link.Down) refused.link()).retryAt()).isNull();
    }

    @Test
    void asksAboutAnUnknownKeyAndRemembersIt(@TempDir Path folder) throws IOException {
        stopWatching();
        Path knownHosts = folder.resolve("known_hosts");
        SshSettings settings = demo.settings();
        watch(
                new SshSettings(
                        settings.user(),
                        List.of(knownHosts),
                        settings.identities(),
                        settings.connectTimeout(),
                        settings.keepAlive(),
                        settings.keepAliveMisses()),
                demo.clock());
        ServerSnapshot asking =
                await(
                        server("mail1"),
                        server ->
                                server.link() instanceof Link.Down(var failure, _, _, _)
                                        && failure instanceof LinkFailure.HostKeyUnknown);
        var unknown = (LinkFailure.HostKeyUnknown) ((Link.Down) asking.link()).failure();
        assertThat(unknown.fingerprint()).startsWith("SHA256:");
        fleet.acceptHostKey("mail1", unknown);
        await(server("mail1"), isOnline());
        assertThat(Files.readString(knownHosts)).contains(demo.host("mail1").hostKey());
        assertThat(server("mail2").link()).isInstanceOf(Link.Down.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE_LISTING, ListingNotAllowed",
        "NO_POSTQUEUE, PostqueueMissing",
        "MAIL_SYSTEM_DOWN, MailSystemDown",
        "SPOOL_FULL, SpoolFull",
        "NO_SAMPLER, SamplerFailed"
    })
    void namesATroubleAndSeesItMended(Fault fault, String trouble) {
        await(server("mail2"), ServerSnapshot::hasListing);
        demo.host("mail2").inject(fault);
        // The log says when Postfix is stopped, and nothing of the others.
        fleet.listNow("mail2");
        ServerSnapshot troubled = await(server("mail2"), hasTrouble(trouble));
        assertThat(troubled.link()).isInstanceOf(Link.Online.class);
        demo.host("mail2").clear(fault);
        await(troubled, hasTrouble(trouble).negate().and(ServerSnapshot::hasListing));
    }

    @Test
    void saysWhatAKernelLacks() {
        demo.host("mail2").inject(Fault.NO_PSI);
        ServerSnapshot without =
                await(
                        server("mail2"),
                        server ->
                                server.host() != null
                                        && server.host().ioPressure()
                                                instanceof Reading.NotAvailable<Double>(var why)
                                        && why.contains("PSI"));
        assertThat(without.host())
                .isNotNull()
                .satisfies(host -> assertThat(host.memory().orNull()).isNotNull());
    }

    @Test
    void aSamplerThatEndsDoesNotMakeTheLinkSilent() {
        demo.host("mail2").inject(Fault.NO_SAMPLER);
        watchMail2(pace(0.4, Duration.ofMillis(300), Duration.ofSeconds(60)));
        Instant broken = await(server("mail2"), has(Trouble.SamplerFailed.class)).at();
        // The link keeper looks every second.
        ServerSnapshot later =
                await(
                        server("mail2"),
                        server ->
                                server.link() instanceof Link.Silent
                                        || isKnownAfter(server, broken.plusMillis(2_500)));
        assertThat(later.link()).isInstanceOf(Link.Online.class);
    }

    @Test
    void readsTheLog() {
        ServerSnapshot server =
                await(
                        server("mail2"),
                        one ->
                                one.log().rates() != null
                                        && one.log().behind() == 0
                                        && !one.log().destinations().isEmpty());
        LogSnapshot log = server.log();
        assertThat(log.source()).isInstanceOf(LogSource.File.class);
        assertThat(log.lines()).isEqualTo(log.window().end()).isPositive();
        assertThat(log.foreign()).isEqualTo(ofOpenDkim(log.window()));
        assertThat(log.notUnderstood()).isZero();
        assertThat(Objects.requireNonNull(log.rates()).hour().sent()).isPositive();
        assertThat(log.gaps()).isEmpty();
    }

    /// The one program in the demo's logs that is not Postfix's.
    private static long ofOpenDkim(LogWindow window) {
        AtomicLong lines = new AtomicLong();
        window.read(
                window.first(),
                window.end(),
                (_, bytes, from, to) -> {
                    if (new String(bytes, from, to - from, StandardCharsets.UTF_8)
                            .contains(" opendkim[")) {
                        lines.incrementAndGet();
                    }
                });
        return lines.get();
    }

    /// An error of our own is told, and what was counted since the last position is not kept.
    @Test
    void saysThatAnErrorOfOurOwnEndedTheReadingOfALog() {
        UnexpectedWarnings.expect("a bug in counting");
        InstantSource clock =
                () -> {
                    if (Thread.currentThread().getName().endsWith("counting")) {
                        throw new IllegalStateException("a bug in counting");
                    }
                    return demo.clock().instant();
                };
        stopWatching();
        watch(demo.settings(), clock);
        ServerSnapshot stopped = await(server("mail2"), has(Trouble.WorkStopped.class));
        assertThat(stopped.troubles())
                .contains(new Trouble.WorkStopped(Trouble.WorkStopped.Work.LOG));
        assertThat(stopped.link()).isInstanceOf(Link.Online.class);
        await(stopped, ServerSnapshot::hasListing);
        // Another connection does not mend it.
        demo.host("mail2").dropConnections();
        ServerSnapshot down = await(stopped, one -> one.link() instanceof Link.Down);
        await(down, isOnline().and(has(Trouble.WorkStopped.class)));
    }

    @Test
    void saysWhatWouldGrantALogThatCantBeRead() {
        ServerSnapshot server = await(server("mail3"), one -> one.log().source() != null);
        assertThat(server.log().source())
                .isInstanceOfSatisfying(
                        LogSource.Unreadable.class,
                        source -> assertThat(source.grant()).contains("usermod -aG adm demo"));
    }

    /// Also when it becomes busy, or is found to be, while the next listing is waited for.
    @Test
    void saysHowSeldomABusyServerIsListed() {
        // Every pressure counts as busy here.
        watchMail2(pace(0, Duration.ofSeconds(6), Duration.ofMillis(300)));
        await(
                server("mail2"),
                server ->
                        server.listingEvery() != null
                                && server.listingEvery().compareTo(SELDOM) >= 0);
    }

    @Test
    void pausesAndGoesOn() {
        await(server("mail2"), isOnline());
        fleet.pause("mail2");
        await(server("mail2"), server -> server.link() instanceof Link.Paused);
        fleet.reconnect("mail2");
        await(server("mail2"), isOnline());
    }

    @Test
    void replacesAndRemoves() {
        fleet.replace("mail2", demo.servers().get(1).withTags(List.of("renamed")));
        await(all -> all.server("mail2").orElseThrow().config().tags().contains("renamed"));
        await(server("mail2"), isOnline());
        fleet.remove("mail1");
        assertThat(fleet.snapshot().servers())
                .extracting(ServerSnapshot::name)
                .containsExactly("mail2", "mail3");
    }

    @Test
    void triesAServerBeforeItIsSaved() throws InterruptedException {
        assertThat(fleet.test(demo.servers().getFirst()))
                .isInstanceOfSatisfying(
                        ConnectionTest.Passed.class,
                        passed -> {
                            assertThat(passed.facts().postfix()).startsWith("3.");
                            assertThat(passed.capabilities())
                                    .extracting(Capability::kind)
                                    .containsExactly(Capability.Kind.values());
                        });
        assertThat(fleet.test(demo.servers().getFirst().withIdentity("missing")))
                .isInstanceOf(ConnectionTest.Failed.class);
    }

    private void watch(SshSettings settings, InstantSource clock) {
        ssh = new Ssh(settings);
        fleet =
                new Fleet(
                        ssh,
                        demo.servers(),
                        QUICK,
                        LogSettings.builtIn(),
                        clock,
                        Sleeper.REAL,
                        new Random(7));
    }

    private void watchMail2(MonitorSettings pace) {
        stopWatching();
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        List.of(demo.servers().get(1)),
                        pace,
                        LogSettings.builtIn(),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(7));
    }

    private static MonitorSettings pace(
            double busyPressure, Duration silentAfter, Duration againAfterFailure) {
        return new MonitorSettings(
                QUICK.sampleEvery(),
                QUICK.spaceEvery(),
                QUICK.listEvery(),
                QUICK.listingShare(),
                QUICK.listWhenTold(),
                QUICK.listWhenUntold(),
                busyPressure,
                QUICK.busyStretch(),
                SELDOM,
                silentAfter,
                againAfterFailure,
                QUICK.historyRows());
    }

    private void stopWatching() {
        fleet.close();
        ssh.close();
    }

    private ServerSnapshot server(String name) {
        return fleet.snapshot().server(name).orElseThrow();
    }

    private static Predicate<ServerSnapshot> isOnline() {
        return server -> server.link() instanceof Link.Online;
    }

    private static boolean isKnownAfter(ServerSnapshot server, Instant moment) {
        Instant knownAt = server.knownAt();
        return knownAt != null && knownAt.isAfter(moment);
    }

    private static Predicate<ServerSnapshot> has(Class<? extends Trouble> kind) {
        return hasTrouble(kind.getSimpleName());
    }

    private static Predicate<ServerSnapshot> hasTrouble(String kind) {
        return server ->
                server.troubles().stream()
                        .anyMatch(trouble -> trouble.getClass().getSimpleName().equals(kind));
    }

    private static int gapRows(History history) {
        int rows = 0;
        for (int row = 0; row < history.size(); row++) {
            if (Double.isNaN(history.value(History.Column.LOAD, row))) {
                rows++;
            }
        }
        return rows;
    }

    private ServerSnapshot await(ServerSnapshot of, Predicate<ServerSnapshot> condition) {
        return await(all -> condition.test(all.server(of.name()).orElseThrow()))
                .server(of.name())
                .orElseThrow();
    }

    /// Waits for a published snapshot that meets the condition.
    private FleetSnapshot await(Predicate<FleetSnapshot> condition) {
        CompletableFuture<FleetSnapshot> met = new CompletableFuture<>();
        try (var _ =
                fleet.subscribe(snapshot -> {
                    if (condition.test(snapshot)) {
                        met.complete(snapshot);
                    }
                })) {
            FleetSnapshot now = fleet.snapshot();
            if (condition.test(now)) {
                return now;
            }
            return met.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
