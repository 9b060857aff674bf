package org.spoolscope.ui.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.CheckedAddress;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.ui.MeasuredFigures;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.fx.Background;

class BlocklistsViewModelTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(TestingLists.NOW);
    private final BlocklistsViewModel model =
            new BlocklistsViewModel(
                    new Background(Runnable::run, Runnable::run),
                    (InstantSource) now::get,
                    new Times(ZoneOffset.UTC));

    private Matrix matrix() {
        return model.answer().get().matrix();
    }

    private List<Finding> findings() {
        return model.answer().get().findings();
    }

    private CellState at(String list, String server, String subject) {
        return matrix().rows()
                .get(matrix().row(list))
                .cells()
                .get(matrix().column(server, subject))
                .state();
    }

    private static ListWatch one(Verdict verdict, Blocklist list, ListRefusals... refusals) {
        return new ListWatch(
                List.of(new CheckedAddress("192.0.2.1", "")),
                "",
                "127.0.0.1",
                List.of(list),
                List.of(TestingLists.standing("192.0.2.1", list, verdict)),
                List.of(),
                List.of(refusals),
                TestingLists.CHECKED,
                false,
                "");
    }

    @Test
    void theListedAddressAndTheListThatNamesItComeFirst() {
        model.show(TestingLists.known());
        assertThat(matrix().columns())
                .extracting(Matrix.Column::subject)
                .containsExactly("192.0.2.13", "192.0.2.11", "192.0.2.12", "2001:db8::25");
        assertThat(matrix().rows())
                .extracting(row -> row.list().name())
                .startsWith("Spamhaus ZEN", "SpamCop")
                .endsWith("s5h.net", "Example RBL", "Old DNSBL", "Slow BL");
        assertThat(at("Spamhaus ZEN", "mail3", "192.0.2.13")).isEqualTo(CellState.LISTED);
        assertThat(at("SpamCop", "mail2", "2001:db8::25")).isEqualTo(CellState.NO_IPV6);
        assertThat(at("DNSWL", "mail1", "192.0.2.11")).isEqualTo(CellState.STRANGER);
        assertThat(model.summary())
                .hasToString(
                        "4 addresses · 13 lists · asked through each server's own resolver · 6 min"
                                + " ago");
    }

    @Test
    void aFindingSaysWhatItCostsAndWhatToDo() {
        model.show(TestingLists.known());
        Finding finding = findings().getFirst();
        assertThat(finding.headline()).hasToString("192.0.2.13 (mail3) is listed on Spamhaus ZEN");
        assertThat(finding.codes()).hasToString("127.0.0.4");
        assertThat(finding.since()).isEqualTo(TestingLists.LISTED_SINCE);
        assertThat(finding.said()).hasToString("XBL: a machine that behaves as if infected");
        // By the name of ZEN's part, which is how receivers call it.
        assertThat(finding.harm())
                .hasToString(
                        "412 recipients refused us naming it, 12.2 % of all, since 13:13, by"
                                + " mx.uni.example, Gmail, kommune.example and 1 more.");
        assertThat(finding.delist()).isEqualTo("https://check.spamhaus.example/?ip=192.0.2.13");
        assertThat(finding.tone()).isEqualTo(Tone.BAD);
        assertThat(finding.proof())
                .extracting(DisplayText::toString)
                .contains(
                        "192.0.2.13 · Spamhaus ZEN (zen.spamhaus.example) · Listed",
                        "Codes: 127.0.0.4",
                        "Time (UTC): 2026-11-24T14:26:07Z");
    }

    @Test
    void aListThatOnlyReceiversNameIsAFinding() {
        model.show(TestingLists.known());
        assertThat(findings()).hasSize(2);
        assertThat(findings().getLast().key())
                .isEqualTo(new Finding.Key(Finding.Kind.NOT_ASKED, "mail1", "Microsoft"));
        assertThat(findings().getLast().headline())
                .hasToString(
                        "Receivers say that mail1 is blocked by Microsoft, which is not checked");
    }

    @Test
    void receiversThatNameAListWhichIsCleanOrNone() {
        model.show(
                TestingLists.of(
                        one(
                                Verdict.CLEAN,
                                TestingLists.SPAMCOP,
                                TestingLists.refusals("SpamCop", 3, 0, 0.01),
                                TestingLists.refusals("", 2, 0, 0.01))));
        assertThat(findings())
                .extracting(finding -> finding.key().kind())
                .containsExactly(Finding.Kind.UNNAMED, Finding.Kind.NOT_CONFIRMED);
    }

    /// Never green without an answer, never red from what is none.
    @ParameterizedTest
    @CsvSource({
        "LISTED, IP, LISTED, 1",
        "CLEAN, ALLOW, STRANGER, 0",
        "POLICY, IP, POLICY, 0",
        "CLEAN, IP, CLEAN, 0",
        "REFUSED, IP, REFUSED, 0",
        "WILDCARD, IP, WILDCARD, 0",
        "REWRITTEN, IP, REWRITTEN, 0",
        "UNVERIFIED, IP, UNVERIFIED, 0",
        "TIMEOUT, IP, TIMEOUT, 0",
        "ERROR, IP, ERROR, 0",
        "DEAD, IP, DEAD, 0"
    })
    void everyVerdictHasAStateOfItsOwn(
            Verdict verdict, Blocklist.Kind kind, CellState state, int found) {
        Blocklist list = TestingLists.list("A list", kind, true, true, "");
        model.show(TestingLists.of(one(verdict, list)));
        assertThat(at("A list", "mail1", "192.0.2.1")).isEqualTo(state);
        assertThat(findings()).hasSize(found);
        assertThat(state.word().isEmpty()).isFalse();
        assertThat(state.meaning().isEmpty()).isFalse();
    }

    @Test
    void aListThatFallsSilentHasNotTakenTheAddressOff() {
        ListStanding listed = TestingLists.standing("192.0.2.1", TestingLists.ZEN, Verdict.LISTED);
        ListWatch before = one(Verdict.LISTED, TestingLists.ZEN);
        ListStanding silent =
                new ListStanding(
                        TestingLists.check("192.0.2.1", TestingLists.ZEN, Verdict.TIMEOUT),
                        TestingLists.CHECKED,
                        listed,
                        false);
        model.show(
                TestingLists.of(
                        new ListWatch(
                                before.addresses(),
                                "",
                                before.resolver(),
                                before.lists(),
                                List.of(silent),
                                List.of(),
                                List.of(),
                                TestingLists.CHECKED,
                                false,
                                "")));
        assertThat(at("Spamhaus ZEN", "mail1", "192.0.2.1")).isEqualTo(CellState.SILENT);
        assertThat(findings()).hasSize(1);
        assertThat(findings().getFirst().since()).isEqualTo(TestingLists.LISTED_SINCE);
        assertThat(findings().getFirst().codes()).hasToString("127.0.0.4");
    }

    @Test
    void aPolicyIsAFindingOnceReceiversMindIt() {
        model.show(
                TestingLists.of(
                        one(
                                Verdict.POLICY,
                                TestingLists.ZEN,
                                TestingLists.refusals("Spamhaus PBL", 9, 0, 0.2))));
        assertThat(findings()).hasSize(1);
        assertThat(findings().getFirst().headline())
                .hasToString("192.0.2.1 (mail1) is refused by the policy of Spamhaus ZEN");
    }

    @Test
    void whatIsMutedStaysQuietlyAndInPlace() {
        KnownLists known = TestingLists.known();
        Mute mute = new Mute("192.0.2.13", "Spamhaus ZEN", "asked on Monday", TestingLists.NOW);
        model.show(
                new KnownLists(known.servers(), known.asked(), known.catalogue(), List.of(mute)));
        assertThat(at("Spamhaus ZEN", "mail3", "192.0.2.13")).isEqualTo(CellState.MUTED);
        Finding finding = findings().getLast();
        assertThat(finding.isMuted()).isTrue();
        assertThat(finding.tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(finding.advice()).hasToString("Muted: asked on Monday");
        assertThat(finding.mutes()).containsExactly(mute);
    }

    @ParameterizedTest
    @CsvSource({
        "s5h.net, no test entry",
        "SpamCop, passed 14:26",
        "Example RBL, 127.255.255.254: not for this resolver",
        "Old DNSBL, lists 127.0.0.1: ignored",
        "Slow BL, no answer in time"
    })
    void theControlProbeIsTold(String list, String probe) {
        model.show(TestingLists.known());
        assertThat(matrix().rows().get(matrix().row(list)).probe()).hasToString(probe);
    }

    @Test
    void aProbeThatOneServersResolverDoesNotPassIsPartlyPassed() {
        model.show(
                new KnownLists(
                        List.of(
                                new KnownLists.OfServer(
                                        "mail1", one(Verdict.CLEAN, TestingLists.SPAMCOP)),
                                new KnownLists.OfServer(
                                        "mail2", one(Verdict.TIMEOUT, TestingLists.SPAMCOP))),
                        ListWatch.NONE,
                        List.of(),
                        List.of()));
        assertThat(matrix().rows().getFirst().probe()).hasToString("partly: no answer in time");
    }

    @Test
    void whatIsNotAskedIsNamedWithItsReason() {
        model.show(TestingLists.known());
        assertThat(model.answer().get().absent())
                .extracting(one -> one.list().name() + ": " + one.why())
                .containsExactly(
                        "Range BL: Off. It lists networks, not senders.",
                        "SORBS: Closed. Since June 2024 its zones are empty.",
                        "NiX Spam: Closed. Shut down in January 2025.");
    }

    @Test
    void anAddressAskedByHandStandsInFrontAndIsNobodys() {
        KnownLists known = TestingLists.known();
        model.show(
                new KnownLists(
                        known.servers(),
                        one(Verdict.CLEAN, TestingLists.SPAMCOP),
                        known.catalogue(),
                        List.of()));
        assertThat(matrix().columns().getFirst().owner()).hasToString("asked by you");
        assertThat(at("Spamhaus ZEN", "", "192.0.2.1")).isEqualTo(CellState.WAITING);
    }

    @Test
    void emptyStatesSayWhy() {
        model.show(TestingLists.of(ListWatch.NONE));
        assertThat(empty()).isEqualTo(PageHead.Empty.NO_ADDRESS);
        model.show(TestingLists.of(TestingLists.unchecked(List.of("192.0.2.1"), false, "")));
        assertThat(empty()).isEqualTo(PageHead.Empty.NOT_CHECKED);
        model.show(TestingLists.of(TestingLists.unchecked(List.of("192.0.2.1"), true, "")));
        assertThat(empty()).isEqualTo(PageHead.Empty.CHECKING);
        model.show(TestingLists.of(TestingLists.unchecked(List.of("192.0.2.1"), false, "no")));
        assertThat(empty()).isEqualTo(PageHead.Empty.NO_RESOLVER);
        assertThat(model.answer().get().head().notes())
                .extracting(DisplayText::toString)
                .containsExactly("mail1 is not checked: no");
    }

    private PageHead.Empty empty() {
        return model.answer().get().head().empty();
    }

    @Test
    void agesGoOnWithoutNewAnswers() {
        model.show(TestingLists.known());
        now.set(TestingLists.NOW.plus(Duration.ofMinutes(4)));
        assertThat(model.summary().toString()).endsWith("10 min ago");
    }

    @Test
    void detailsTellTheHistoryAndStayAtTheirCell() {
        model.show(TestingLists.known());
        model.open(0, 0);
        CellDetails open = Objects.requireNonNull(model.details().get());
        assertThat(open.history()).hasSize(3);
        assertThat(open.column().subject()).isEqualTo("192.0.2.13");
        model.choose("mail3");
        open = Objects.requireNonNull(model.details().get());
        assertThat(open.column().subject()).isEqualTo("192.0.2.13");
        model.choose("mail2");
        assertThat(model.details().get()).isNull();
        assertThat(matrix().columns()).hasSize(2);
    }

    @Test
    void manyAddressesAreOneFindingPerList() {
        KnownLists many = TestingLists.many();
        long start = System.nanoTime();
        model.show(many);
        MeasuredFigures.note(
                "blocklists page, 40 lists x 256 addresses, first reading",
                (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(matrix().columns()).hasSize(256);
        assertThat(findings()).hasSize(4);
        assertThat(findings().getFirst().headline())
                .hasToString(
                        "198.51.100.3 and 14 more addresses of relay-osl are listed on List 5");
        assertThat(findings().getFirst().places()).hasSize(15);
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() {
        KnownLists known = TestingLists.known();
        model.show(known);
        Matrix before = matrix();
        model.show(
                new KnownLists(
                        new ArrayList<>(known.servers()),
                        known.asked(),
                        known.catalogue(),
                        List.of()));
        assertThat(matrix()).isSameAs(before);
    }

    @Test
    void whatListsSayIsMadeHarmless() {
        ListStanding standing =
                TestingLists.standing("192.0.2.1", TestingLists.ZEN, Verdict.LISTED);
        assertThat(Proof.delist(TestingLists.ZEN, "192.0.2.1\" onload=\"x"))
                .isEqualTo("https://check.spamhaus.example/?ip=192.0.2.1%22+onload%3D%22x");
        assertThat(Proof.lines(standing)).hasSizeGreaterThan(5);
    }
}
