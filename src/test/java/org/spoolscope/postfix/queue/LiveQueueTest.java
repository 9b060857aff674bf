package org.spoolscope.postfix.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.postfix.queue.TestingQueue.at;
import static org.spoolscope.postfix.queue.TestingQueue.listing;
import static org.spoolscope.postfix.queue.TestingQueue.micros;
import static org.spoolscope.postfix.queue.TestingQueue.row;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reconciliation;
import org.spoolscope.model.Tries;

class LiveQueueTest {
    private final TestingQueue queue = new TestingQueue();

    private QueuedMessage message(String id) {
        return Objects.requireNonNull(queue.message(id), id);
    }

    @Test
    void isThereFromTheQueueManagersLineToRemoved() {
        queue.line(1, "smtpd: AAAAAA1: client=unknown[192.0.2.9]");
        queue.line(2, "cleanup: AAAAAA1: message-id=<x@example.org>");
        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);

        queue.queued(3, "AAAAAA1", 2);
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE +2");
        assertThat(message("AAAAAA1").arrival()).isEqualTo(came(1));
        assertThat(message("AAAAAA1").sender()).isEqualTo("s@example.org");
        assertThat(message("AAAAAA1").size()).isEqualTo(4_200);
        assertThat(message("AAAAAA1").tries()).isNull();

        queue.tried(4, "AAAAAA1", "a@example.net", "sent");
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE +1");
        queue.tried(5, "AAAAAA1", "b@example.net", "bounced");
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE");
        queue.line(6, "qmgr: AAAAAA1: removed");
        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deferred", "SOFTBOUNCE"})
    void isDeferredOnceAllAreAnsweredForAndSomeArePutOff(String status) {
        queue.comes(0, "AAAAAA1", 3);
        queue.tried(2, "AAAAAA1", "a@example.net", status);
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE a@example.net=slow down +2");
        queue.tried(3, "AAAAAA1", "b@example.net", "sent");
        queue.tried(4, "AAAAAA1", "c@example.net", status);

        assertThat(queue.told("AAAAAA1"))
                .isEqualTo("DEFERRED a@example.net=slow down c@example.net=slow down");
        assertThat(message("AAAAAA1").tries()).isEqualTo(new Tries(1, at(4), "mx1.example.net"));
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0, 1, 0, 0));
    }

    @Test
    void aRetryIsAnotherRound() {
        queue.comes(0, "AAAAAA1", 2);
        queue.tried(2, "AAAAAA1", "a@example.net", "deferred");
        queue.tried(2, "AAAAAA1", "b@example.net", "deferred");
        queue.queued(300, "AAAAAA1", 2);
        assertThat(queue.told("AAAAAA1"))
                .isEqualTo("ACTIVE a@example.net=slow down b@example.net=slow down");
        queue.tried(301, "AAAAAA1", "a@example.net", "sent");
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE b@example.net=slow down");
        queue.tried(302, "AAAAAA1", "<b@example.net>", "none", "deferred", "connect to x: refused");

        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED b@example.net=connect to x: refused");
        assertThat(message("AAAAAA1").tries()).isEqualTo(new Tries(2, at(302), ""));
        assertThat(message("AAAAAA1").arrival()).isEqualTo(came(0));
    }

    /// The letter case of a domain does not count, that of a local part does. The queue manager
    /// tells at each round how many there were in the beginning.
    @Test
    void thoseThatAreDoneAreNotWaitedForInTheNextRound() {
        queue.comes(0, "AAAAAA1", 3);
        queue.tried(1, "AAAAAA1", "a@example.net", "sent");
        queue.tried(1, "AAAAAA1", "b@example.net", "bounced");
        queue.tried(1, "AAAAAA1", "c@example.net", "deferred");
        queue.queued(300, "AAAAAA1", 3);
        assertThat(queue.told("AAAAAA1")).startsWith("ACTIVE c@example.net");
        queue.tried(301, "AAAAAA1", "c@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).startsWith("DEFERRED c@example.net");
    }

    @Test
    void thoseThatAreDoneAreNotWaitedForAfterARoundThatWasCutShort() {
        queue.comes(0, "AAAAAA1", 3);
        queue.tried(1, "AAAAAA1", "a@example.net", "sent");
        queue.queued(300, "AAAAAA1", 3);
        queue.tried(301, "AAAAAA1", "b@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).startsWith("ACTIVE");
        queue.tried(301, "AAAAAA1", "c@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).startsWith("DEFERRED");
    }

    /// Postfix was stopped while it was held in the middle of its delivery.
    @Test
    void whoIsLeftAfterARoundThatWasCutShortIsNotForgotten() {
        queue.lists(0);
        queue.comes(1, "AAAAAA1", 3);
        queue.tried(2, "AAAAAA1", "a@example.net", "sent");
        queue.tried(2, "AAAAAA1", "b@example.net", "deferred");
        queue.line(3, "postsuper: AAAAAA1: placed on hold");
        queue.state();
        queue.line(9, "postsuper: AAAAAA1: released from hold");
        queue.state();
        queue.queued(10, "AAAAAA1", 3);
        queue.tried(11, "AAAAAA1", "b@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).startsWith("ACTIVE");
        queue.tried(11, "AAAAAA1", "c@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).startsWith("DEFERRED");
        assertThat(queue.state().wanted()).isEmpty();
    }

    @Test
    void knowsRecipientsByWhatTheyAreOrWere() {
        queue.lists(
                0,
                row(
                        QueueName.DEFERRED,
                        "AAAAAA1",
                        -60,
                        "Ann@Example.net old",
                        "list@example.org old",
                        "ann@example.net old"));
        queue.queued(10, "AAAAAA1", 3);
        queue.tried(11, "AAAAAA1", "Ann@EXAMPLE.NET", "sent");
        queue.tried(
                12,
                "AAAAAA1",
                "<bob@example.com>, orig_to=<list@example.org>",
                "mx1.example.net[192.0.2.1]:25",
                "bounced",
                "no such user");
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE ann@example.net=old");
        queue.tried(13, "AAAAAA1", "ann@example.net", "deferred");
        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED ann@example.net=slow down");
    }

    /// `local` answers for each member of an alias; the queue has the alias alone.
    @Test
    void anAliasIsOneRecipient() {
        queue.comes(0, "AAAAAA1", 2);
        for (String to : new String[] {"ann@example.org", "bob@example.org"}) {
            queue.tried(
                    2,
                    "AAAAAA1",
                    "<" + to + ">, orig_to=<staff@example.org>",
                    "local",
                    "sent",
                    "delivered to mailbox");
            assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE +1");
        }
        queue.tried(3, "AAAAAA1", "c@example.net", "sent");
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE");
    }

    @Test
    void anAliasOfWhichOneIsPutOffStays() {
        queue.lists(0, row(QueueName.DEFERRED, "AAAAAA1", -60, "staff@example.org full"));
        queue.queued(10, "AAAAAA1", 1);
        queue.tried(
                11,
                "AAAAAA1",
                "<ann@example.org>, orig_to=<staff@example.org>",
                "local",
                "deferred",
                "mailbox full");
        queue.tried(
                11,
                "AAAAAA1",
                "<bob@example.org>, orig_to=<staff@example.org>",
                "local",
                "sent",
                "delivered to mailbox");

        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED staff@example.org=mailbox full");
        assertThat(message("AAAAAA1").tries()).isEqualTo(new Tries(1, at(11), "local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qmgr: AAAAAA1: removed",
                "qmgr: AAAAAA1: from=<s@example.org>, status=expired, returned to sender",
                "qmgr: AAAAAA1: from=<s@example.org>, status=force-expired, returned to sender",
                "cleanup: AAAAAA1: removed (canceled)",
                "postsuper: AAAAAA1: removed",
                "postsuper: AAAAAA1: requeued",
                "pickup: AAAAAA2: uid=0 from=<s@example.org> orig_id=AAAAAA1"
            })
    void ends(String text) {
        queue.comes(0, "AAAAAA1", 1);
        queue.tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.line(2, text);

        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
    }

    @Test
    void isHeldReleasedAndExpiredById() {
        queue.comes(0, "AAAAAA1", 1)
                .tried(1, "AAAAAA1", "a@example.net", "deferred")
                .lists(2, row(QueueName.DEFERRED, "AAAAAA1", 0, "a@example.net slow down"));
        queue.line(10, "postsuper[7]: AAAAAA1: placed on hold");
        queue.line(10, "postsuper[7]: Placed on hold: 1 message");
        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@example.net=slow down");
        queue.line(11, "postsuper[8]: AAAAAA1: expired");
        queue.line(11, "postsuper[8]: AAAAAA1: released from hold");
        queue.line(11, "postsuper[8]: Force-expired: 1 message");
        queue.line(11, "postsuper[8]: Released from hold: 1 message");

        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED a@example.net=slow down");
        assertThat(message("AAAAAA1").forcedExpire()).isTrue();
        assertThat(queue.state().wanted()).isEmpty();
        queue.queued(300, "AAAAAA1", 1);
        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE a@example.net=slow down");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    postsuper[7]: Placed on hold: 1 message     | true
                    postsuper[7]: Placed on hold: 12 messages   | true
                    postsuper[6]: Placed on hold: 1 message     | false
                    postsuper[6]: Placed on hold: 2 messages    | true
                    postsuper[6]: Deleted: 1 message            | true
                    postsuper[6]: Requeued: 3 messages          | true
                    postsuper[6]: Released from hold: 1 message | true
                    postsuper[6]: Force-expired: 1 message      | true
                    postsuper[6]: Renamed to match inode number: 1 message | true
                    """)
    void aTotalThatTheIdsDoNotAddUpToCallsForAListing(String total, boolean wanted) {
        queue.lists(0, row(QueueName.DEFERRED, "AAAAAA1", 0, "a@example.net"));
        queue.line(10, "postsuper[6]: AAAAAA1: placed on hold");
        queue.line(10, total);

        assertThat(queue.state().wanted().contains(ListingCause.UNEXPLAINED_TOTAL))
                .isEqualTo(wanted);
    }

    @Test
    void deliveredWhileHeldItStaysWithoutRecipients() {
        queue.comes(0, "AAAAAA1", 2);
        queue.line(1, "postsuper: AAAAAA1: placed on hold");
        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD +2");
        queue.tried(2, "AAAAAA1", "a@example.net", "sent");
        queue.state();
        queue.tried(3, "AAAAAA1", "b@example.net", "sent");

        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD");
        queue.line(4, "postsuper: AAAAAA1: released from hold");
        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED");
    }

    @Test
    void aRequeuedMessageKeepsItsArrival() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.line(100, "postsuper: AAAAAA1: requeued");
        queue.line(101, "pickup: AAAAAA2: uid=0 from=<s@example.org> orig_id=AAAAAA1");
        queue.line(101, "cleanup: AAAAAA2: message-id=<x@example.org>");
        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
        queue.queued(102, "AAAAAA2", 1);

        assertThat(message("AAAAAA2").arrival()).isEqualTo(came(0));
        assertThat(queue.counts().total()).isEqualTo(1);
    }

    @Test
    void oneOfAllThatAreRequeuedKeepsItsArrival() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.line(100, "postsuper: Requeued: 1 message");
        queue.line(101, "pickup: AAAAAA2: uid=0 from=<s@example.org> orig_id=AAAAAA1");
        queue.queued(102, "AAAAAA2", 1);

        assertThat(queue.told("AAAAAA1")).isEqualTo("none");
        assertThat(message("AAAAAA2").arrival()).isEqualTo(came(0));
    }

    @Test
    void heldAsItComesItIsThereOnceItHasAMessageId() {
        queue.lists(0);
        queue.line(10, "smtpd: AAAAAA1: client=unknown[192.0.2.9]");
        queue.line(
                11,
                "smtpd: AAAAAA1: hold: RCPT from unknown[192.0.2.9]: <s@example.org>: Sender"
                        + " address triggers HOLD action; from=<s@example.org> to=<a@example.com>"
                        + " proto=ESMTP helo=<x>");
        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
        queue.line(12, "cleanup: AAAAAA1: message-id=<x@example.org>");

        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@example.com");
        assertThat(message("AAAAAA1").size()).isEqualTo(QueuedMessage.UNKNOWN_SIZE);
        assertThat(message("AAAAAA1").sender()).isEqualTo("s@example.org");
        assertThat(message("AAAAAA1").arrival()).isEqualTo(came(10));
        assertThat(queue.state().wanted()).containsExactly(ListingCause.HELD_ON_ARRIVAL);

        queue.lists(20, row(QueueName.HOLD, "AAAAAA1", 10, "a@example.com", "b@example.com"));
        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@example.com b@example.com");
        assertThat(message("AAAAAA1").size()).isEqualTo(4_200);
        assertThat(queue.state().wanted()).isEmpty();
        assertThat(Objects.requireNonNull(queue.state().reconciled()).agrees()).isTrue();
    }

    @Test
    void heldByAHeaderItIsThere() {
        queue.line(10, "smtpd: AAAAAA1: client=unknown[192.0.2.9]");
        queue.line(11, "cleanup: AAAAAA1: message-id=<x@example.org>");
        queue.line(
                11,
                "cleanup: AAAAAA1: hold: header Subject: hold me from unknown[192.0.2.9];"
                        + " from=<s@example.org> to=<a@example.com> proto=ESMTP helo=<x>");

        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@example.com");
    }

    /// From Postfix 3.10 on the line has the id.
    @Test
    void aHeldMessageWhoseClientVanishesNeverCame() {
        queue.line(10, "smtpd: AAAAAA1: client=unknown[192.0.2.9]");
        queue.line(
                11,
                "smtpd: AAAAAA1: hold: RCPT from unknown[192.0.2.9]: <x>: HOLD;"
                        + " from=<s@example.org> to=<a@example.com> proto=ESMTP helo=<x>");
        queue.line(12, "cleanup: AAAAAA1: message-id=<x@example.org>");
        queue.line(
                13,
                "smtpd: AAAAAA1: lost connection after DATA (12 bytes) from unknown[192.0.2.9]");

        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
    }

    @Test
    void aNotificationIsAMessageOfItsOwn() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "bounced");
        queue.line(2, "cleanup: BBBBBB2: message-id=<y@example.org>");
        queue.line(2, "bounce: AAAAAA1: sender non-delivery notification: BBBBBB2");
        queue.line(2, "qmgr: BBBBBB2: from=<>, size=2100, nrcpt=1 (queue active)");
        queue.line(2, "qmgr: AAAAAA1: removed");

        assertThat(queue.told("BBBBBB2")).isEqualTo("ACTIVE +1");
        assertThat(message("BBBBBB2").sender()).isEmpty();
        assertThat(queue.counts().total()).isEqualTo(1);
    }

    @Test
    void anIdComesBackAsAnotherMessage() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.line(2, "qmgr: AAAAAA1: removed");
        queue.comes(100, "AAAAAA1", 2);

        assertThat(queue.told("AAAAAA1")).isEqualTo("ACTIVE +2");
        assertThat(message("AAAAAA1").arrival()).isEqualTo(came(100));
        assertThat(message("AAAAAA1").tries()).isNull();
        queue.comes(200, "AAAAAA1", 1);
        assertThat(message("AAAAAA1").arrival()).isEqualTo(came(200));
    }

    @Test
    void eachInstanceHasItsQueue() {
        queue.comes(0, "AAAAAA1", 1);
        queue.comes(0, "postfix-out", "AAAAAA1", 1);
        queue.comes(0, "postfix-out", "BBBBBB2", 1);
        queue.comes(0, "postfix-other", "CCCCCC3", 1);
        queue.line(1, "postfix/submission/smtpd: DDDDDD4: client=unknown[192.0.2.9]");
        queue.queued(9, "DDDDDD4", 1);
        queue.line(2, "postfix-out/qmgr: AAAAAA1: removed");

        assertThat(queue.counts().total()).isEqualTo(2);
        assertThat(message("DDDDDD4").arrival()).isEqualTo(came(1));
        assertThat(queue.state("out").messages().stream().map(m -> m.id().value()))
                .containsExactly("BBBBBB2");
    }

    @Test
    void whatCallsForAListing() {
        assertThat(queue.state().wanted()).containsExactly(ListingCause.NOT_LISTED);
        assertThat(queue.state().complete()).isFalse();
        queue.tried(0, "AAAAAA1", "a@example.net", "deferred");
        queue.lists(1);
        assertThat(queue.state().wanted()).isEmpty();
        assertThat(queue.state().complete()).isTrue();

        queue.tried(10, "AAAAAA1", "a@example.net", "sent");
        assertThat(queue.state().wanted()).containsExactly(ListingCause.UNKNOWN_MESSAGE);
        queue.lists(11);
        queue.line(20, "qmgr: AAAAAA1: removed");
        queue.tried(20, "AAAAAA1", "a@example.net", "sent");
        assertThat(queue.state().wanted()).isEmpty();
        queue.live.gap(gap(LogGap.Cause.CLOCK_SET));
        assertThat(queue.state().wanted()).isEmpty();
        queue.live.gap(gap(LogGap.Cause.TRUNCATED));
        queue.live.unread();
        assertThat(queue.state().wanted())
                .containsExactlyInAnyOrder(ListingCause.GAP, ListingCause.NOT_READ);
        assertThat(queue.state("out").wanted()).contains(ListingCause.GAP, ListingCause.NOT_LISTED);
    }

    private static LogGap gap(LogGap.Cause cause) {
        return new LogGap(at(0), "/var/log/mail.log", cause, null, null, null);
    }

    @Test
    void aListingPutsRightWhatNoLineTold() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.comes(0, "BBBBBB2", 1).tried(1, "BBBBBB2", "a@example.net", "deferred");
        queue.comes(0, "CCCCCC3", 1).tried(1, "CCCCCC3", "c@example.net", "deferred");
        queue.line(5, "postsuper: Placed on hold: 1 message");
        queue.lists(
                20,
                row(QueueName.HOLD, "AAAAAA1", 0, "a@example.net slow down"),
                row(QueueName.DEFERRED, "CCCCCC3", 0, "c@example.net slow down"),
                row(QueueName.INCOMING, "DDDDDD4", 19, "d@example.net"),
                row(QueueName.DEFERRED, "EEEEEE5", -900, "e@example.net slow down"));

        Reconciliation told = Objects.requireNonNull(queue.state().reconciled());
        assertThat(told.added()).isEqualTo(2);
        assertThat(told.waiting()).isEqualTo(1);
        assertThat(told.vanished()).isEqualTo(1);
        assertThat(told.changed()).isEqualTo(1);
        assertThat(told.sample())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("AAAAAA1", "BBBBBB2", "EEEEEE5");
        assertThat(told.explanations())
                .containsExactlyInAnyOrder(ListingCause.NOT_LISTED, ListingCause.UNEXPLAINED_TOTAL);
        assertThat(told.agrees()).isFalse();
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 1, 0, 2, 1, 0));
        assertThat(message("CCCCCC3").tries()).isEqualTo(new Tries(1, at(1), "mx1.example.net"));
        assertThat(message("CCCCCC3").arrival()).isEqualTo(came(0));
    }

    @Test
    void aListingWaitsForTheLogAndLinesMeanwhileAreRight() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.comes(0, "BBBBBB2", 1).tried(1, "BBBBBB2", "b@example.net", "deferred");
        queue.listingBegan();
        queue.live.listed(
                "-",
                listing(
                        20,
                        row(QueueName.DEFERRED, "AAAAAA1", 0, "a@example.net slow down"),
                        row(QueueName.DEFERRED, "BBBBBB2", 0, "b@example.net slow down"),
                        row(QueueName.ACTIVE, "FFFFFF6", -60, "f@example.net", "g@example.net")),
                Duration.ofSeconds(5));
        queue.live.idleUntil(micros(at(26)));
        assertThat(queue.state().complete()).isFalse();

        queue.line(24, "qmgr: AAAAAA1: removed");
        queue.queued(24, "BBBBBB2", 1);
        queue.tried(24, "FFFFFF6", "f@example.net", "sent");
        queue.line(25, "postsuper: Deleted: 2 messages");
        queue.live.idleUntil(micros(at(28)));

        assertThat(queue.state().complete()).isTrue();
        assertThat(queue.told("AAAAAA1")).isEqualTo("none");
        assertThat(queue.told("BBBBBB2")).isEqualTo("ACTIVE b@example.net=slow down");
        assertThat(queue.told("FFFFFF6")).isEqualTo("ACTIVE g@example.net");
        assertThat(message("FFFFFF6").arrival()).isEqualTo(at(-60));
        assertThat(queue.state().wanted()).containsExactly(ListingCause.UNEXPLAINED_TOTAL);
        queue.tried(29, "FFFFFF6", "g@example.net", "deferred");
        assertThat(queue.told("FFFFFF6")).isEqualTo("DEFERRED g@example.net=slow down");
    }

    /// At first old lines are read while it is listed what is there now.
    @Test
    void linesFromBeforeAListingDoNotSayOtherwise() {
        queue.live.readsHistory();
        queue.live.listingBegan("-", TestingQueue.micros(at(1_000)));
        queue.comes(0, "AAAAAA1", 1);
        queue.line(10, "postsuper[9]: Deleted: 1 message");
        queue.line(1_001, "postsuper: BBBBBB2: removed");
        queue.live.listed(
                "-",
                listing(1_002, row(QueueName.DEFERRED, "BBBBBB2", 900, "b@example.net")),
                Duration.ZERO);
        queue.live.upToDate();
        queue.live.idleUntil(TestingQueue.micros(at(1_010)));

        assertThat(queue.state().messages().size()).isZero();
        assertThat(queue.state().wanted()).isEmpty();
    }

    /// `syslog_name` in master.cf; where there are others, the line may be of one of them.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceMayHaveANameOfItsOwn(boolean alone) {
        LiveQueue live = new LiveQueue(Map.of("postfix", "-"), alone);
        TestingQueue own = new TestingQueue(live);
        own.comes(0, "AAAAAA1", 1);
        own.line(
                1,
                "slow/smtp: AAAAAA1: to=<a@example.net>, relay=none, delay=1,"
                        + " delays=1/0/0/0, dsn=4.0.0, status=deferred (later)");
        assertThat(live.snapshot().getFirst().messages().counts().deferred())
                .isEqualTo(alone ? 1 : 0);
    }

    @Test
    void aListingDoesNotWaitForEver() {
        queue.listingBegan();
        queue.live.listed(
                "-", listing(0, row(QueueName.HOLD, "AAAAAA1", -9, "a@b.example")), Duration.ZERO);
        queue.live.clock(micros(at(50)));
        assertThat(queue.state().complete()).isFalse();
        queue.live.clock(micros(at(63)));

        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@b.example");
    }

    @Test
    void oneListingWaitsAtATime() {
        queue.listingBegan();
        queue.live.listed(
                "-", listing(0, row(QueueName.HOLD, "AAAAAA1", -9, "a@b.example")), Duration.ZERO);
        queue.listingBegan();
        queue.live.listed("-", listing(5), Duration.ZERO);
        queue.live.idleUntil(micros(at(90)));

        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@b.example");
        queue.listingBegan();
        queue.live.listingFailed("-");
        queue.live.listed("-", listing(95), Duration.ZERO);
        queue.live.idleUntil(micros(at(190)));
        assertThat(queue.told("AAAAAA1")).isEqualTo("HOLD a@b.example");
    }

    /// Its last line is written before the queue manager moves it.
    @Test
    void aListingThatBeginsAsARoundEndsDoesNotUndoIt() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.listingBegan();
        queue.live.listed(
                "-",
                listing(2, row(QueueName.ACTIVE, "AAAAAA1", 0, "a@example.net slow down")),
                Duration.ZERO);
        queue.live.idleUntil(micros(at(9)));

        assertThat(queue.told("AAAAAA1")).isEqualTo("DEFERRED a@example.net=slow down");
    }

    @Test
    void aListingThatWasNotUnderstoodTakesNothingAway() {
        queue.comes(0, "AAAAAA1", 1).tried(1, "AAAAAA1", "a@example.net", "deferred");
        queue.live.idleUntil(micros(at(60)));
        queue.listingBegan();
        queue.live.listed(
                "-",
                new QueueListing(at(70), Duration.ZERO, QueueTable.EMPTY, true, 1),
                Duration.ZERO);
        queue.live.idleUntil(micros(at(80)));

        assertThat(queue.counts().total()).isEqualTo(1);
    }

    /// Lines in any order, cut or of nobody: none is an error.
    @Test
    void noLineIsAnError() {
        for (String text :
                new String[] {
                    "qmgr: AAAAAA1: from=<" + "x".repeat(2_100),
                    "qmgr: AAAAAA1: from=<>, size=99999999999999999999, nrcpt=99999999999 (queue"
                            + " active)",
                    "smtp: AAAAAA1: to=<" + "x".repeat(2_100),
                    "smtp: AAAAAA1: to=<>, relay=none, delay=1, delays=0/0/0/1, dsn=4.0.0,"
                            + " status=deferred ()",
                    "smtp: AAAAAA1: to=<a>, relay=none, delay=1, delays=0/0/0/1, dsn=4.0.0,"
                            + " status=odd (x)",
                    "postsuper: : 12 messages",
                    "postsuper: Deleted: 99999999999999999999 messages",
                    "postsuper: AAAAAA1: danced",
                    "pickup: AAAAAA1: uid=0 from=<> orig_id=AAAAAA1",
                    "cleanup: AAAAAA1: hold: header x"
                }) {
            for (int i = 0; i < 3; i++) {
                queue.line(i, text);
                queue.line(i, "qmgr: AAAAAA1: removed");
                queue.line(i, text);
                queue.listingBegan();
                queue.line(i, text);
            }
        }
        queue.line(9, "qmgr: AAAAAA1: removed");

        assertThat(queue.counts()).isEqualTo(QueueCounts.NONE);
    }

    /// When a message came by a line that tells its time to the second.
    private static Instant came(int second) {
        return at(second).plusMillis(500);
    }
}
