package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.dns.blocklist.Limits;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.history.ListHistory;

/// What the watch of a real server knows of blocklists: from the lists, and from what receivers
/// say.
@Tag("lab")
@Timeout(120)
final class ListsLabTest {
    private static final String REFUSED =
            "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using"
                    + " zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.10";

    /// That a change shows in the next round.
    private static final Limits FORGETFUL =
            new Limits(200, 32, 300, Duration.ofMillis(1), Duration.ofMillis(1), 1000);

    @RegisterExtension final Lab lab = new Lab();
    @TempDir Path folder;

    /// Three of four recipients in the log.
    @Test
    void whatAListingCostsIsReadFromTheLog() throws Exception {
        lab.empty();
        var _ = lab.inside("truncate", "-s", "0", "/var/log/mail.log", "/var/log/mail-out.log");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (TestingSink sink = new TestingSink(lab, _ -> REFUSED);
                SmtpClient client = new SmtpClient(lab, SmtpClient.DEFAULT);
                WatchedLab watched = new WatchedLab(lab, lab.settings())) {
            String id =
                    client.send(
                            "",
                            "refused." + System.nanoTime() + "@test.example",
                            "a@test.example",
                            "b@test.example",
                            "c@one.test.example",
                            "d@accept.example");
            sink.await(3);
            var _ = lab.awaitLine("mail.log", id + ": removed");

            ListRefusals refusals =
                    watched.await(now -> total(now) == 3 && isAllRead(now))
                            .lists()
                            .refusals()
                            .getFirst();
            assertThat(refusals.list()).isEqualTo("Spamhaus ZEN");
            assertThat(refusals.bounced()).isEqualTo(3);
            assertThat(refusals.deferred()).isZero();
            assertThat(refusals.share()).isEqualTo(0.75);
            assertThat(refusals.by()).containsExactly("test.example");
            assertThat(refusals.example()).contains("blocked using zen.spamhaus.org");
            assertThat(refusals.first()).isBetween(before, Instant.now());
            assertThat(refusals.last()).isBetween(refusals.first(), Instant.now());
        }
    }

    private static long total(ServerSnapshot server) {
        return server.lists().refusals().stream().mapToLong(ListRefusals::total).sum();
    }

    private static boolean isAllRead(ServerSnapshot server) {
        var rates = server.log().rates();
        return rates != null && rates.hour().sent() == 1;
    }

    @ParameterizedTest
    @CsvSource({"ops, through SSH", "shut, dig on lab"})
    void aListingIsNoticedAndSoIsItsEnd(String user, String resolver) throws Exception {
        Path file = folder.resolve("history.sqlite");
        try (ListHistory history = ListHistory.open(file);
                WatchedLab watched =
                        new WatchedLab(
                                lab.settings(),
                                stating(user, "192.0.2.11", "192.0.2.12"),
                                new ListSettings(lists(), FORGETFUL, Duration.ZERO, 1, history))) {
            ListWatch first = awaitChecked(watched, ListWatch.NONE);
            assertThat(first.listed()).isEqualTo(1);
            assertThat(first.resolver()).contains(resolver);
            assertThat(verdicts(first))
                    .containsEntry("192.0.2.11 listed", Verdict.LISTED)
                    .containsEntry("192.0.2.11 policy", Verdict.POLICY)
                    .containsEntry("192.0.2.11 clean", Verdict.CLEAN)
                    .containsEntry("192.0.2.11 refused", Verdict.REFUSED)
                    .containsEntry("192.0.2.11 wildcard", Verdict.WILDCARD)
                    .containsEntry("192.0.2.11 rewritten", Verdict.REWRITTEN)
                    .containsEntry("192.0.2.11 unverified", Verdict.UNVERIFIED)
                    .containsEntry("192.0.2.12 listed", Verdict.CLEAN);

            lab.fault("listing");
            ListWatch listed = checkAgain(watched, first);
            ListStanding standing = standing(listed);
            assertThat(standing.since()).isAfter(first.checkedAt());
            assertThat(standing.check())
                    .extracting(ListCheck::verdict, ListCheck::codes)
                    .containsExactly(Verdict.LISTED, List.of("127.0.0.4"));
            assertThat(standing.check().txt()).contains("https://bl.example/?ip=192.0.2.12");

            lab.mend("listing");
            ListWatch cleared = checkAgain(watched, listed);
            assertThat(changes(cleared.history()))
                    .containsExactly("LISTED to CLEAN", "CLEAN to LISTED", "null to CLEAN");
            assertThat(standing(cleared).since()).isAfter(standing.since());

            // What a round finds is kept before the next one begins.
            ListWatch same = checkAgain(watched, cleared);
            assertThat(same.history()).isEqualTo(cleared.history());
            assertThat(changes(history.changes(Lab.NAME, 100)))
                    .containsExactlyElementsOf(changes(cleared.history()));
        }
    }

    private static ListWatch checkAgain(WatchedLab watched, ListWatch last) {
        watched.fleet().checkLists(Lab.NAME);
        return awaitChecked(watched, last);
    }

    private static ListWatch awaitChecked(WatchedLab watched, ListWatch last) {
        return watched.await(now ->
                        !Objects.equals(now.lists().checkedAt(), last.checkedAt())
                                && !now.lists().underWay())
                .lists();
    }

    private static Map<String, Verdict> verdicts(ListWatch lists) {
        return lists.standings().stream()
                .map(ListStanding::check)
                .collect(
                        Collectors.toMap(
                                check -> check.subject() + " " + check.list(), ListCheck::verdict));
    }

    private static ListStanding standing(ListWatch lists) {
        return lists.standings().stream()
                .filter(one -> isChanging(one.check()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> changes(List<ListChange> history) {
        return history.stream()
                .filter(change -> isChanging(change.now()))
                .map(change -> change.before() + " to " + change.now().verdict())
                .toList();
    }

    private static boolean isChanging(ListCheck check) {
        return check.subject().equals("192.0.2.12") && check.list().equals("listed");
    }

    private ServerConfig stating(String user, String... addresses) {
        ServerConfig server = lab.server().withUser(user);
        return new ServerConfig(
                server.name(),
                server.host(),
                server.user(),
                server.port(),
                server.identity(),
                server.jump(),
                server.log(),
                server.instance(),
                List.of(addresses),
                server.tags(),
                server.elevate(),
                server.readOnly());
    }

    /// All but the one that never answers, which makes each round five seconds long.
    private Catalogue lists() throws Exception {
        Path config = lab.folder.resolve("config");
        Catalogue all = BlocklistsFile.only(config.resolve("lists.toml"), config);
        return new Catalogue(
                all.lists().stream().filter(list -> !list.name().equals("timeout")).toList(),
                all.keys());
    }
}
