package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.monitor.blocklist.ServerLists;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.BlocklistsFile;

/// The lists are asked through the demo servers' own dig.
class FleetListsTest {
    private static final Catalogue CATALOGUE = new Catalogue(BlocklistsFile.builtIn(), Map.of());

    private DemoFleet demo;
    private Ssh ssh;
    private Fleet fleet;

    @BeforeEach
    void start() throws Exception {
        demo = DemoFleet.start(7, 3, 1);
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        demo.servers(),
                        MonitorSettings.DEFAULT,
                        LogSettings.builtIn(),
                        ListSettings.of(CATALOGUE).pacing(Duration.ZERO, 60),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(7));
    }

    @AfterEach
    void end() {
        fleet.close();
        ssh.close();
        demo.close();
    }

    @Test
    void eachServersAddressesAreChecked() throws Exception {
        ListWatch lists =
                await(now -> isChecked(now, "mail3") && isChecked(now, "mail1"), "mail1").lists();

        Map<String, Verdict> verdicts =
                lists.standings().stream()
                        .map(ListStanding::check)
                        .filter(check -> check.subject().equals("192.0.2.11"))
                        .collect(Collectors.toMap(ListCheck::list, ListCheck::verdict));
        assertThat(verdicts)
                .containsEntry("Spamhaus ZEN", Verdict.LISTED)
                .containsEntry("SpamCop", Verdict.CLEAN)
                .containsEntry("Barracuda", Verdict.REFUSED);
        assertThat(lists.standings())
                .extracting(ListStanding::check)
                .filteredOn(check -> check.subject().equals("nordlys.example"))
                .extracting(check -> check.list() + " " + check.verdict())
                .contains("Spamhaus DBL CLEAN");
        assertThat(lists.listed()).isEqualTo(1);
        assertThat(lists.resolver()).isEqualTo("dig on mail1");
        assertThat(lists.addresses()).singleElement().extracting("address").isEqualTo("192.0.2.11");
        assertThat(lists.lists()).isEqualTo(CATALOGUE.asked());
        assertThat(server(fleet.snapshot(), "mail3").lists().listed()).isZero();
    }

    @Test
    void isCheckedAgainWhenAsked() throws Exception {
        ListWatch first = await(now -> isChecked(now, "mail3"), "mail3").lists();
        fleet.checkLists("mail3");
        ListWatch second =
                await(
                                now ->
                                        isChecked(now, "mail3")
                                                && !Objects.equals(
                                                        server(now, "mail3").lists().checkedAt(),
                                                        first.checkedAt()),
                                "mail3")
                        .lists();
        assertThat(second.standings()).hasSameSizeAs(first.standings());
        assertThat(second.history()).isEqualTo(first.history());
    }

    @Test
    void whatIsMutedIsNotCounted() throws Exception {
        await(now -> isChecked(now, "mail1"), "mail1");
        Mute mute = new Mute("192.0.2.11", "Spamhaus ZEN", "asked", demo.clock().instant());

        fleet.muteLists(List.of(mute));
        ListWatch muted = await(now -> listed(now, "mail1") == 0, "mail1").lists();
        assertThat(muted.standings())
                .filteredOn(ListStanding::muted)
                .singleElement()
                .matches(ListStanding::isListed);
        fleet.muteLists(List.of());
        await(now -> listed(now, "mail1") == 1, "mail1");
    }

    private static long listed(FleetSnapshot snapshot, String name) {
        return server(snapshot, name).lists().listed();
    }

    @Test
    void otherListsAreAskedAtOnce() throws Exception {
        await(now -> isChecked(now, "mail1"), "mail1");
        Catalogue other = CATALOGUE.asking(Map.of("SpamCop", false));

        fleet.useLists(other);

        ListWatch lists =
                await(
                                now ->
                                        isChecked(now, "mail1")
                                                && server(now, "mail1")
                                                        .lists()
                                                        .lists()
                                                        .equals(other.asked()),
                                "mail1")
                        .lists();
        assertThat(lists.standings())
                .extracting(standing -> standing.check().list())
                .contains("Spamhaus ZEN")
                .doesNotContain("SpamCop");
    }

    /// Three rounds at the pace there was take longer than is waited here.
    @Test
    void anotherPaceCountsAtOnce() throws Exception {
        await(now -> isChecked(now, "mail1"), "mail1");
        fleet.useLists(CATALOGUE.every(Duration.ofSeconds(18)));
        for (int i = 0; i < 4; i++) {
            Instant before = server(fleet.snapshot(), "mail1").lists().checkedAt();
            await(
                    now -> !Objects.equals(before, server(now, "mail1").lists().checkedAt()),
                    "mail1");
        }
    }

    @Test
    void anyAddressIsChecked() throws Exception {
        await(now -> isChecked(now, "mail1"), "mail1");
        ServerLists.Outcome outcome =
                fleet.checkAddress("mail1", IpAddress.parse("192.0.2.11").orElseThrow());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ServerLists.Outcome.Checked.class,
                        checked ->
                                assertThat(checked.checks())
                                        .filteredOn(check -> check.verdict() == Verdict.LISTED)
                                        .singleElement()
                                        .extracting(ListCheck::codes)
                                        .asString()
                                        .isEqualTo("[127.0.0.4]"));
    }

    private static boolean isChecked(FleetSnapshot snapshot, String name) {
        return snapshot.server(name)
                .map(server -> server.lists().checkedAt() != null && !server.lists().underWay())
                .orElse(false);
    }

    private ServerSnapshot await(Predicate<FleetSnapshot> condition, String name) throws Exception {
        CompletableFuture<FleetSnapshot> met = new CompletableFuture<>();
        try (var _ =
                fleet.subscribe(now -> {
                    if (condition.test(now)) {
                        met.complete(now);
                    }
                })) {
            return server(met.get(1, TimeUnit.MINUTES), name);
        }
    }

    private static ServerSnapshot server(FleetSnapshot snapshot, String name) {
        return snapshot.server(name).orElseThrow();
    }
}
