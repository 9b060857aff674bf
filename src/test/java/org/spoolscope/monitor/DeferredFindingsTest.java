package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Growth;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.TestingJudgement;

final class DeferredFindingsTest {
    private static final String UNREACHABLE =
            "connect to mx.oldisp.example[203.0.113.77]:25: Connection timed out";
    private static final String SLOW_DOWN =
            "host mx-in.bigmail.example[198.51.100.5] said: 421 4.7.28 Our system has detected an"
                    + " unusual rate of mail (in reply to MAIL FROM command)";
    private static final String FULL_MAILBOX =
            "host mx.full.example[198.51.100.9] said: 452 4.2.2 Mailbox full (in reply to RCPT TO"
                    + " command)";
    private static final Growth STEADY = new Growth(0.0, new Drain.NotDraining());
    private static final Duration OLD = Duration.ofHours(25);

    private final DeferredFindings findings = new DeferredFindings(TestingJudgement.BUILT_IN);

    @Test
    void oneReasonBehindHalfOfItIsNamed() {
        assertThat(fullMailboxes(19, 5)).isEmpty();
        assertThat(fullMailboxes(20, 10))
                .containsExactly(
                        new Trouble.OneReason("Mailbox full (452 4.2.2)", "full.example", 20, 40));
        assertThat(fullMailboxes(20, 11)).isEmpty();
    }

    @Test
    void aFindingNamesNoRecipient() {
        String full = "host mx.full.example[198.51.100.9] said: 452 4.2.2 user jane: mailbox full";
        assertThat(troubles(new TestingQueue().deferredFor("jane@full.example", 40, full)))
                .containsExactly(
                        new Trouble.OneReason(
                                "user …: mailbox full (452 4.2.2)", "full.example", 40, 40));
        assertThat(troubles(new TestingQueue().deferredFor("full@full.example", 40, full)))
                .containsExactly(
                        new Trouble.OneReason(
                                "user jane: mailbox … (452 4.2.2)", "full.example", 40, 40));
        assertThat(troubles(new TestingQueue().deferredFor("mail@full.example", 40, full)))
                .containsExactly(
                        new Trouble.OneReason(
                                "user jane: mailbox full (452 4.2.2)", "full.example", 40, 40));
    }

    /// Others wait for two reasons.
    private List<Trouble> fullMailboxes(int count, int others) {
        return troubles(
                new TestingQueue()
                        .deferred(count, "full.example", FULL_MAILBOX)
                        .deferred(others, "other.example", UNREACHABLE)
                        .deferred(others, "third.example", SLOW_DOWN));
    }

    @Test
    void aDestinationThatHoldsMoreThanHalfAndAnswersNotIsDown() {
        assertThat(down(50, 50)).noneMatch(Trouble.DestinationDown.class::isInstance);
        assertThat(down(51, 50))
                .containsExactly(
                        new Trouble.DestinationDown(
                                "oldisp.example",
                                "Connection timed out",
                                51,
                                101,
                                Duration.ofMinutes(20)));
        assertThat(down(51, 70)).hasAtLeastOneElementOfType(Trouble.DestinationDown.class);
        assertThat(down(51, 80)).noneMatch(Trouble.DestinationDown.class::isInstance);
        assertThat(down(51, 50)).hasSize(1);
        assertThat(down(49, 0)).noneMatch(Trouble.DestinationDown.class::isInstance);
    }

    /// Several domains behind the same hosts, and several hosts of one domain.
    @Test
    void aDestinationIsWhoseHostsTheyAre() {
        TestingQueue queue = new TestingQueue().deferred(40, "other.example", FULL_MAILBOX);
        for (int domain = 0; domain < 10; domain++) {
            queue.deferred(
                    5,
                    "customer" + domain + ".example",
                    UNREACHABLE.replace("mx.", "mx" + domain + "."));
        }
        assertThat(troubles(queue))
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.DestinationDown.class,
                        found -> {
                            assertThat(found.destination()).isEqualTo("oldisp.example");
                            assertThat(found.messages()).isEqualTo(50);
                        });
    }

    @Test
    void aDestinationThatLimitsOurRateTakesLessThanWeSend() {
        assertThat(
                        troubles(
                                new TestingQueue()
                                        .deferred(60, "bigmail.example", SLOW_DOWN)
                                        .deferred(59, "full.example", FULL_MAILBOX)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.DestinationLimits.class,
                        found -> {
                            assertThat(found.destination()).isEqualTo("bigmail.example");
                            assertThat(found.reason()).endsWith("(421 4.7.28)");
                            assertThat(found.messages()).isEqualTo(60);
                            assertThat(found.deferred()).isEqualTo(119);
                            assertThat(found.concurrency()).isEqualTo(20);
                        });
        assertThat(
                        troubles(
                                new TestingQueue()
                                        .deferred(49, "bigmail.example", SLOW_DOWN)
                                        .deferred(10, "full.example", FULL_MAILBOX)))
                .noneMatch(Trouble.DestinationLimits.class::isInstance);
    }

    @Test
    void aDestinationThatRefusesConnectionsButTakesSomeIsNotDown() {
        KnownQueue queue =
                KnownQueue.of(
                        new TestingQueue().deferred(60, "oldisp.example", UNREACHABLE).listed());
        findings.counted(List.of(queue), queue.counts(), TestingQueue.NOW);
        assertThat(findings.troubles(STEADY, List.of(log("oldisp.example", 2, 98)), 20))
                .hasOnlyElementsOfType(Trouble.DestinationLimits.class);
        assertThat(findings.troubles(STEADY, List.of(log("oldisp.example", 1, 99)), 20))
                .hasOnlyElementsOfType(Trouble.DestinationDown.class);
        assertThat(findings.troubles(STEADY, List.of(log("other.example", 50, 50)), 20))
                .hasOnlyElementsOfType(Trouble.DestinationDown.class);
    }

    @Test
    void mostlyOldMailDoesNoHarm() {
        assertThat(old(79, 21, 10, 0)).isEmpty();
        assertThat(old(80, 20, 10, 0)).containsExactly(new Trouble.DeferredOld(80, 100, 40));
        assertThat(old(71, 29, 10, 0)).hasSize(1);
        assertThat(old(69, 31, 10, 0)).isEmpty();
        assertThat(old(99, 0, 0, 0)).isEmpty();
    }

    @Test
    void oldMailIsNotAllWhileOtherMailMovesOrComes() {
        assertThat(old(100, 0, 10, 2)).hasSize(1);
        assertThat(old(100, 0, 11, 0)).isEmpty();
        assertThat(old(100, 0, 10, 2.1)).isEmpty();
        assertThat(findings.troubles(Growth.UNKNOWN, List.of(), 20)).isEmpty();
    }

    @Test
    void oldMailForVeryManyDomainsIsSomethingElse() {
        TestingQueue queue = new TestingQueue();
        for (int domain = 0; domain < 41; domain++) {
            queue.with(5, QueueName.DEFERRED, "d" + domain + ".example", null, OLD);
        }
        assertThat(troubles(queue)).isEmpty();
        queue.with(5, QueueName.DEFERRED, "d0.example", null, OLD);
        assertThat(troubles(queue)).hasOnlyElementsOfType(Trouble.DeferredOld.class);
    }

    private List<Trouble> down(int unreachable, int others) {
        return troubles(
                new TestingQueue()
                        .deferred(unreachable, "oldisp.example", UNREACHABLE)
                        .deferred(others, "full.example", FULL_MAILBOX));
    }

    private List<Trouble> old(int old, int fresh, int active, double perHour) {
        KnownQueue queue =
                KnownQueue.of(
                        new TestingQueue()
                                .with(old, QueueName.DEFERRED, "dead.example", null, OLD)
                                .with(
                                        fresh,
                                        QueueName.DEFERRED,
                                        "dead.example",
                                        null,
                                        OLD.minusHours(2))
                                .with(active, QueueName.ACTIVE, "a.example")
                                .listed());
        findings.counted(List.of(queue), queue.counts(), TestingQueue.NOW);
        return findings.troubles(new Growth(perHour, new Drain.NotDraining()), List.of(), 20);
    }

    private List<Trouble> troubles(TestingQueue queue) {
        KnownQueue known = KnownQueue.of(queue.listed());
        findings.counted(List.of(known), known.counts(), TestingQueue.NOW);
        return findings.troubles(STEADY, List.of(), 20);
    }

    private static DestinationFigures log(String name, long sent, long deferred) {
        return new DestinationFigures(
                name, false, 1, sent, deferred, 0, MailRates.Percentiles.NONE, 0, List.of());
    }
}
