package org.spoolscope.dns.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolscope.dns.blocklist.TestingLists.catalogue;
import static org.spoolscope.dns.blocklist.TestingLists.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.ResolverClient;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingAnswer.Fault;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Blocklist.Kind;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;

/// What users of other tools complained about, each as lists on a real server answer it.
@Timeout(60)
final class BlocklistCheckerTest {
    private static final String IP = "192.0.2.10";
    private static final String REVERSED = "10.2.0.192.";
    private static final String V6 = "2001:db8::10";
    private static final String TEST = "2.0.0.127.";
    private static final String NEVER = "1.0.0.127.";
    private static final Blocklist BL = list("bl.test");

    private final TestingDns dns = TestingDns.start();
    private final DnsClient client =
            new ResolverClient(
                    dns.address(), Duration.ofMillis(1500), Thread.ofPlatform().daemon().factory());
    private Instant now = Instant.parse("2026-11-29T10:00:00Z");
    private final InstantSource clock = () -> now;

    @AfterEach
    void close() {
        client.close();
        dns.close();
    }

    @Test
    void listedWithItsProof() throws Exception {
        dns.blocklist("bl.test");
        dns.name(REVERSED + "bl.test", TestingAnswer.a("127.0.0.2").txt("see https://bl.test/1"));
        ListCheck check = check(IP, BL);
        assertThat(check)
                .isEqualTo(
                        new ListCheck(
                                IP,
                                "bl.test",
                                "bl.test",
                                Kind.IP,
                                Verdict.LISTED,
                                List.of("127.0.0.2"),
                                "spam source",
                                "see https://bl.test/1",
                                dns.hostPort(),
                                Duration.ZERO,
                                now));
    }

    @Test
    void cleanIsProved() throws Exception {
        dns.blocklist("bl.test");
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(dns.asked("bl.test"))
                .hasSize(4)
                .contains(REVERSED + "bl.test A", TEST + "bl.test A", NEVER + "bl.test A")
                .anyMatch(question -> question.matches("\\d+\\.\\d+\\.1[89]\\.198\\.bl\\.test A"))
                .noneMatch(question -> question.endsWith("TXT"));
    }

    @Test
    void aPolicyEntryIsNoAccusation() throws Exception {
        dns.blocklist("bl.test");
        dns.name(REVERSED + "bl.test", TestingAnswer.a("127.0.0.11"));
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.POLICY);
        // All records count, not the first alone.
        dns.name("11.2.0.192.bl.test", TestingAnswer.a("127.0.0.11", "127.0.0.2"));
        assertThat(check("192.0.2.11", BL))
                .extracting(ListCheck::verdict, ListCheck::meaning)
                .containsExactly(Verdict.LISTED, "dynamic address; spam source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.255.255.252",
                "127.255.255.254",
                "127.255.255.255",
                "127.255.255.250",
                "127.255.255.251",
                "127.255.255.1"
            })
    void theErrorCodeOfAPublicResolverIsNoListing(String code) throws Exception {
        dns.blocklist("bl.test").zone("bl.test", TestingAnswer.a(code));
        assertThat(check(IP, BL))
                .extracting(ListCheck::verdict, ListCheck::codes)
                .containsExactly(Verdict.REFUSED, List.of(code));
    }

    /// Some refused resolvers are answered NXDOMAIN, which looks clean.
    @Test
    void refusedProbesMakeCleanUnknown() throws Exception {
        dns.zone("bl.test", TestingAnswer.noName());
        dns.name(TEST + "bl.test", TestingAnswer.a("127.255.255.254"));
        assertThat(check(IP, BL))
                .extracting(ListCheck::verdict, ListCheck::codes)
                .containsExactly(Verdict.REFUSED, List.of("127.255.255.254"));
    }

    @Test
    void aRefusalThatOneListAloneHas() throws Exception {
        Blocklist uribl =
                list("uribl.test", Kind.DOMAIN, List.of("TEST"), Set.of("127.0.0.1"), Set.of());
        dns.zone("uribl.test", TestingAnswer.a("127.0.0.1"));
        assertThat(checkDomain("shop.example", uribl).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "127.0.0.1", "127.0.53.53", "146.112.61.108"})
    void aResolverThatRewritesIsNoListing(String address) throws Exception {
        dns.zone("bl.test", TestingAnswer.a(address));
        assertThat(check(IP, BL))
                .extracting(ListCheck::verdict, ListCheck::codes)
                .containsExactly(Verdict.REWRITTEN, List.of(address));
    }

    @Test
    void anExpiredZoneThatAnswersEverythingIsNoListing() throws Exception {
        dns.zone("bl.test", TestingAnswer.a("127.0.0.2"));
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.WILDCARD);
        // Also with the test entries of a list that works.
        dns.blocklist("bl2.test").zone("bl2.test", TestingAnswer.a("127.0.0.2"));
        assertThat(check(IP, list("bl2.test")).verdict()).isEqualTo(Verdict.WILDCARD);
    }

    @Test
    void aListWithoutItsTestEntryProvesNothing() throws Exception {
        dns.zone("bl.test", TestingAnswer.noName());
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.UNVERIFIED);
        dns.name("11.2.0.192.bl.test", TestingAnswer.a("127.0.0.2"));
        assertThat(check("192.0.2.11", BL))
                .extracting(ListCheck::verdict, ListCheck::codes)
                .containsExactly(Verdict.UNVERIFIED, List.of("127.0.0.2"));
        Blocklist untested = list("none.test", Kind.IP, List.of(), Set.of(), Set.of());
        dns.blocklist("none.test");
        assertThat(check(IP, untested).verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void aListThatNamesWhatMustNotBeListedProvesNothing() throws Exception {
        dns.blocklist("bl.test", "1.0.0.127", "10.2.0.192");
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void aZoneThatIsGoneIsDead() throws Exception {
        assertThat(check(IP, list("bl.gone.test")).verdict()).isEqualTo(Verdict.DEAD);
    }

    @Test
    void whiteYellowAndNoblAreNotBlack() throws Exception {
        Blocklist colours =
                list(
                        "hk.test",
                        Kind.IP,
                        List.of("127.0.0.2"),
                        Set.of(),
                        Set.of("127.0.0.1", "127.0.0.3", "127.0.0.5", "127.0.1.*"));
        dns.blocklist("hk.test");
        dns.name(REVERSED + "hk.test", TestingAnswer.a("127.0.0.1", "127.0.0.5", "127.0.1.1"));
        dns.name("11.2.0.192.hk.test", TestingAnswer.a("127.0.0.3", "127.0.0.2"));
        assertThat(check(IP, colours))
                .extracting(ListCheck::verdict, check -> check.codes().size())
                .containsExactly(Verdict.CLEAN, 3);
        assertThat(check("192.0.2.11", colours).verdict()).isEqualTo(Verdict.LISTED);
    }

    @Test
    void toBeOnAnAllowListIsNoHarm() throws Exception {
        dns.blocklist("wl.test", "10.2.0.192").zone("blocked.test", TestingAnswer.a("127.0.0.1"));
        Blocklist allow = list("wl.test", Kind.ALLOW, List.of("127.0.0.2"), Set.of(), Set.of());
        assertThat(check(IP, allow))
                .extracting(ListCheck::verdict, ListCheck::codes)
                .containsExactly(Verdict.CLEAN, List.of("127.0.0.2"));
        Blocklist blocked =
                list("blocked.test", Kind.ALLOW, List.of("127.0.0.2"), Set.of(), Set.of());
        assertThat(check(IP, blocked).verdict()).isEqualTo(Verdict.REWRITTEN);
    }

    @Test
    void addressesAreNeverAskedOfDomainListsNorTheOtherWayRound() {
        Blocklist surbl = list("surbl.test", Kind.DOMAIN, List.of("TEST"), Set.of(), Set.of());
        BlocklistChecker checker = checker(surbl, BL);
        assertThatThrownBy(() -> checker.check(address(IP), surbl))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Subject.Domain.parse(IP)).isEmpty();
        assertThatThrownBy(() -> checker.check(domain("shop.example"), BL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(dns.count()).isZero();
    }

    @Test
    void domainsAreAskedWithTheirOwnProbes() throws Exception {
        Blocklist dbl = list("dbl.test", Kind.DOMAIN, List.of("TEST"), Set.of(), Set.of());
        dns.zone("dbl.test", TestingAnswer.noName());
        dns.name("test.dbl.test", TestingAnswer.a("127.0.0.2"));
        dns.name("shop.example.dbl.test", TestingAnswer.a("127.0.0.2"));
        assertThat(checkDomain("Shop.example.", dbl).verdict()).isEqualTo(Verdict.LISTED);
        assertThat(checkDomain("other.example", dbl).verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(dns.asked("dbl.test"))
                .contains("test.dbl.test A", "invalid.dbl.test A")
                .anyMatch(question -> question.matches("x[0-9a-f]+\\.example\\.dbl\\.test A"));
    }

    @Test
    void ipv6IsAskedByNibbles() throws Exception {
        String mapped = ".0.0.0.0.0.f.7.f.f.f.f." + "0.".repeat(20) + "bl.test";
        String ten = "0.1.0.0." + "0.".repeat(20) + "8.b.d.0.1.0.0.2.bl.test";
        dns.zone("bl.test", TestingAnswer.noName())
                .name("2" + mapped, TestingAnswer.a("127.0.0.2"))
                .name(ten, TestingAnswer.a("127.0.0.2"));
        assertThat(check(V6, BL).verdict()).isEqualTo(Verdict.LISTED);
        assertThat(check("2001:db8::11", BL).verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(dns.asked("bl.test")).contains("1" + mapped + " A", ten + " A");
        assertThat(check("::ffff:192.0.2.10", BL).subject()).isEqualTo(IP);
    }

    @ParameterizedTest
    @CsvSource({"SERVFAIL, ERROR", "REFUSED, ERROR"})
    void aResolverThatFailsIsUnknown(String code, Verdict verdict) throws Exception {
        dns.zone("bl.test", TestingAnswer.code(code));
        assertThat(check(IP, BL))
                .extracting(ListCheck::verdict, ListCheck::meaning)
                .containsExactly(verdict, "The resolver answered " + code);
    }

    /// The question fails, the probes pass; and the other way round.
    @Test
    void halfAnAnswerIsUnknown() throws Exception {
        dns.blocklist("bl.test").name(REVERSED + "bl.test", TestingAnswer.code("SERVFAIL"));
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.ERROR);
        dns.blocklist("bl2.test", "10.2.0.192").name(NEVER + "bl2.test", TestingAnswer.silent());
        assertThat(check(IP, list("bl2.test")).verdict()).isEqualTo(Verdict.TIMEOUT);
    }

    /// Goal H5: a false answer is passed over, a broken one is unknown.
    @ParameterizedTest
    @EnumSource(names = {"WRONG_ID_FIRST", "WRONG_QUESTION_FIRST", "WRONG_PORT_FIRST"})
    void falseAnswersAreNoListing(Fault fault) throws Exception {
        dns.blocklist("bl.test");
        dns.name(REVERSED + "bl.test", TestingAnswer.noName().with(fault));
        assertThat(check(IP, BL).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void hostileAnswersAreNoListing() throws Exception {
        dns.zone("own.test", TestingAnswer.a("127.0.0.2").with(Fault.WRONG_OWNER));
        assertThat(check(IP, list("own.test")).verdict()).isEqualTo(Verdict.UNVERIFIED);
        dns.zone("loop1.test", TestingAnswer.aliasLoop());
        assertThat(check(IP, list("loop1.test")).verdict()).isEqualTo(Verdict.ERROR);
        dns.zone("rubbish.test", TestingAnswer.a("127.0.0.2").with(Fault.GARBAGE));
        assertThat(check(IP, list("rubbish.test")).verdict()).isEqualTo(Verdict.ERROR);
        dns.blocklist("long.test");
        dns.name(REVERSED + "long.test", TestingAnswer.a("127.0.0.2").txt("x".repeat(64_000)));
        assertThat(check(IP, list("long.test")))
                .extracting(ListCheck::verdict, check -> check.txt().length())
                .containsExactly(Verdict.LISTED, 500);
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP_SILENT", "TRUNCATED"})
    void theSameOverTcp(Fault fault) throws Exception {
        dns.zone("bl.test", TestingAnswer.noName().with(fault));
        dns.name(TEST + "bl.test", TestingAnswer.a("127.0.0.2").with(fault));
        dns.name(REVERSED + "bl.test", TestingAnswer.a("127.0.0.2").txt("reason").with(fault));
        assertThat(check(IP, BL))
                .extracting(ListCheck::verdict, ListCheck::txt)
                .containsExactly(Verdict.LISTED, "reason");
    }

    @Test
    void aDeadListIsNamedAndNeverAsked() throws Exception {
        Blocklist sorbs =
                new Blocklist(
                        "SORBS",
                        "sorbs.test",
                        Kind.IP,
                        true,
                        false,
                        java.util.Map.of(),
                        false,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        null,
                        "",
                        "",
                        false,
                        "closed in 2024",
                        true);
        assertThat(check(IP, sorbs))
                .extracting(ListCheck::verdict, ListCheck::meaning)
                .containsExactly(Verdict.DEAD, "closed in 2024");
        assertThat(dns.count()).isZero();
    }

    @Test
    void aSilentListDelaysNobodyElseAndIsLeftAlone() throws Exception {
        dns.zone("dead.test", TestingAnswer.silent()).blocklist("bl.test");
        Blocklist dead = list("dead.test");
        BlocklistChecker checker = checker(dead, BL);
        List<CompletableFuture<ListCheck>> silent = new ArrayList<>();
        List<CompletableFuture<ListCheck>> others = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            silent.add(checker.check(address("192.0.2." + i), dead));
            others.add(checker.check(address("192.0.2." + i), BL));
        }
        for (CompletableFuture<ListCheck> other : others) {
            assertThat(other.get(15, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.CLEAN);
        }
        assertThat(silent.getFirst()).isNotDone();
        for (CompletableFuture<ListCheck> one : silent) {
            assertThat(one.get(15, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.TIMEOUT);
        }
        // Three tries for each of the first few.
        int asked = dns.asked("dead.test").size();
        assertThat(asked).isLessThanOrEqualTo(3 * 8);
        assertThat(checker.check(address(IP), dead)).isCompleted();
        assertThat(dns.asked("dead.test")).hasSize(asked);
        now = now.plus(Duration.ofMinutes(6));
        dns.blocklist("dead.test");
        assertThat(checker.check(address(IP), dead).get(15, TimeUnit.SECONDS).verdict())
                .isEqualTo(Verdict.CLEAN);
    }

    @Test
    void theSecondCheckWithinTheTtlAsksNothing() throws Exception {
        dns.blocklist("bl.test", "10.2.0.192");
        BlocklistChecker checker = checker(BL);
        Instant first = now;
        ListCheck before = checker.check(address(IP), BL).get(15, TimeUnit.SECONDS);
        checker.check(address("192.0.2.11"), BL).get(15, TimeUnit.SECONDS);
        int asked = dns.count();
        assertThat(asked).isEqualTo(6);
        now = now.plusSeconds(59);
        assertThat(checker.check(address(IP), BL).get(15, TimeUnit.SECONDS)).isEqualTo(before);
        assertThat(before.at()).isEqualTo(first);
        checker.check(address("192.0.2.11"), BL).get(15, TimeUnit.SECONDS);
        assertThat(dns.count()).isEqualTo(asked);
        // The clean answer holds for 60 s, the listing for 300 s, the probes for hours.
        now = now.plusSeconds(2);
        checker.check(address("192.0.2.11"), BL).get(15, TimeUnit.SECONDS);
        checker.check(address(IP), BL).get(15, TimeUnit.SECONDS);
        assertThat(dns.count()).isEqualTo(asked + 1);
        now = now.plusSeconds(300);
        checker.check(address(IP), BL).get(15, TimeUnit.SECONDS);
        assertThat(dns.count()).isEqualTo(asked + 3);
    }

    @Test
    void whatIsBeingAskedIsAskedOnce() throws Exception {
        dns.zone("bl.test", TestingAnswer.noName().after(Duration.ofMillis(30)));
        dns.name(TEST + "bl.test", TestingAnswer.a("127.0.0.2"));
        BlocklistChecker checker = checker(BL);
        CompletableFuture<ListCheck> one = checker.check(address(IP), BL);
        CompletableFuture<ListCheck> other = checker.check(address(IP), BL);
        assertThat(one.get(15, TimeUnit.SECONDS)).isEqualTo(other.get(15, TimeUnit.SECONDS));
        assertThat(dns.asked("bl.test")).hasSize(4);
    }

    @Test
    void aKeyIsAskedWithAndShownNowhere() throws Exception {
        String secret = "s3cr3tk3y";
        Blocklist keyed = list("{key}.dq.test");
        dns.blocklist(secret + ".dq.test");
        dns.name(
                REVERSED + secret + ".dq.test",
                TestingAnswer.a("127.0.0.2")
                        .txt(
                                "blocked: "
                                        + REVERSED
                                        + secret.toUpperCase(java.util.Locale.ROOT)
                                        + ".dq.test"));
        ListCheck check = check(IP, keyed);
        assertThat(check.verdict()).isEqualTo(Verdict.LISTED);
        assertThat(check.zone()).isEqualTo("{key}.dq.test");
        assertThat(check.txt()).isEqualTo("blocked: 10.2.0.192.{key}.dq.test");
        assertThat((check + " " + catalogue(keyed)).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.31.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.1.1",
                "fe80::1",
                "fd00::1",
                "::1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255"
            })
    void noListCanKnowAnAddressThatIsNotOfTheInternet(String ip) {
        assertThatThrownBy(() -> address(ip)).isInstanceOf(IllegalArgumentException.class);
    }

    private ListCheck check(String ip, Blocklist list) throws Exception {
        return checker(list).check(address(ip), list).get(15, TimeUnit.SECONDS);
    }

    private ListCheck checkDomain(String name, Blocklist list) throws Exception {
        return checker(list).check(domain(name), list).get(15, TimeUnit.SECONDS);
    }

    private BlocklistChecker checker(Blocklist... lists) {
        return new BlocklistChecker(client, catalogue(lists), Limits.DEFAULT, clock);
    }

    private static Subject address(String ip) {
        return new Subject.Address(IpAddress.parse(ip).orElseThrow());
    }

    private static Subject domain(String name) {
        return Subject.Domain.parse(name).orElseThrow();
    }
}
