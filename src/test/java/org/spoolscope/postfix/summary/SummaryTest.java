package org.spoolscope.postfix.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final String QUEUED =
            ": from=<a@example.org>, size=1000, nrcpt=2 (queue active)\n";
    private static final String TO =
            ": to=<b@example.com>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=";

    /// A log of every kind of line, and what pflogsumm 1.1.5 counted in it.
    @Test
    void agreesWithPflogsumm() throws IOException {
        Summary summary = Summaries.of(text("generated.log.gz"));

        assertThat(GrandTotals.of(summary))
                .isEqualTo(GrandTotals.printed(text("generated.pflogsumm.txt")));
        assertThat(summary.lines()).isGreaterThanOrEqualTo(4000);
        assertThat(summary.foreign() + summary.other()).isZero();
        assertThat(summary.first()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
    }

    @Test
    void followsAMessage() {
        Summary summary =
                Summaries.ofMessages(
                        "smtpd: 3A9B720C620: client=mx[192.0.2.7]\n"
                                + "qmgr: 3A9B720C620"
                                + QUEUED
                                + "smtp: 3A9B720C620"
                                + TO
                                + "deferred (x)\n"
                                + "smtp: 3A9B720C620"
                                + TO
                                + "deferred (x)\n"
                                + "qmgr: 3A9B720C620"
                                + QUEUED
                                + "smtp: 3A9B720C620"
                                + TO
                                + "sent (250 ok)\n"
                                + "smtp: 3A9B720C620"
                                + TO.replace("example.com", "EXAMPLE.com")
                                + "sent (250 ok)\n"
                                + "smtp: 3A9B720C620"
                                + TO
                                + "bounced (x)\n"
                                + "local: 3A9B720C620"
                                + TO
                                + "sent (forwarded as 4jYPMX58bfzJ9GW)\n"
                                + "qmgr: 3A9B720C620: removed\n");

        assertThat(summary.received()).isEqualTo(1);
        assertThat(summary.bytesReceived()).isEqualTo(1000);
        assertThat(summary.deferred()).isEqualTo(1);
        assertThat(summary.deferrals()).isEqualTo(2);
        assertThat(summary.delivered()).isEqualTo(2);
        assertThat(summary.bytesDelivered()).isEqualTo(2000);
        assertThat(summary.recipients()).isEqualTo(1);
        assertThat(summary.bounced()).isEqualTo(1);
        assertThat(summary.forwarded()).isEqualTo(1);
        assertThat(summary.topSenders()).containsExactly(new Summary.Count("a@example.org", 1));
        assertThat(summary.topDomains()).containsExactly(new Summary.Count("example.com", 2));
    }

    /// The second message of a short id has its own size and deferral; pflogsumm takes it for the
    /// first.
    @Test
    void anIdThatComesAgainIsAnotherMessage() {
        String first =
                "smtpd: 3A9B720C620: client=mx[192.0.2.7]\n"
                        + "qmgr: 3A9B720C620"
                        + QUEUED
                        + "smtp: 3A9B720C620"
                        + TO
                        + "deferred (x)\n"
                        + "qmgr: 3A9B720C620: removed\n";

        Summary summary = Summaries.ofMessages(first + first.replace("size=1000", "size=5"));

        assertThat(summary.bytesReceived()).isEqualTo(1005);
        assertThat(summary.deferred()).isEqualTo(2);
        assertThat(summary.topSenders()).containsExactly(new Summary.Count("a@example.org", 2));
    }

    /// Bounces are queued but not received; the null sender of a message received is a sender.
    @Test
    void countsReceivedMessagesOnly() {
        Summary summary =
                Summaries.ofMessages(
                        """
                        qmgr: 3A9B720C620: from=<>, size=7, nrcpt=1 (queue active)
                        pickup: 3A9B720C621: uid=0 from=<>
                        qmgr: 3A9B720C621: from=<>, size=9, nrcpt=1 (queue active)
                        smtpd: NOQUEUE: client=mx[192.0.2.7]
                        """);

        assertThat(summary.received()).isEqualTo(1);
        assertThat(summary.bytesReceived()).isEqualTo(9);
        assertThat(summary.senders()).isEqualTo(1);
        assertThat(summary.topSenders()).containsExactly(new Summary.Count("<>", 1));
    }

    @Test
    void countsWhatWasTurnedAway() {
        Summary summary =
                Summaries.ofMessages(
                        """
                        smtpd: NOQUEUE: reject: RCPT from a[192.0.2.1]: 550 5.1.1 <x@example.org>: no; from=<> to=<x@example.org> proto=ESMTP helo=<h>
                        smtpd: NOQUEUE: reject: RCPT from a[192.0.2.2]: 550 5.1.1 <y@example.org>: no; from=<> to=<y@example.org> proto=ESMTP helo=<h>
                        smtpd: NOQUEUE: milter-reject: RCPT from a[192.0.2.1]: 451 4.7.1 later; proto=ESMTP
                        smtpd: NOQUEUE: proxy-reject: END-OF-MESSAGE: 554 5.7.0 spam; proto=ESMTP
                        postscreen: NOQUEUE: reject: CONNECT from [192.0.2.1]:7: too many connections
                        cleanup: 3A9B720C620: milter-reject: END-OF-MESSAGE from a[192.0.2.1]: 5.7.1 no; proto=ESMTP
                        cleanup: 3A9B720C620: reject: mime-error x from a[192.0.2.1]; proto=ESMTP
                        smtpd: NOQUEUE: reject_warning: RCPT from a[192.0.2.1]: 450 x; proto=ESMTP
                        cleanup: 3A9B720C620: warning: header Subject: x from a[192.0.2.1]; proto=ESMTP
                        smtpd: NOQUEUE: warn: RCPT from a[192.0.2.1]: x; proto=ESMTP
                        cleanup: 3A9B720C620: info: header Subject: x from a[192.0.2.1]; proto=ESMTP
                        cleanup: 3A9B720C620: milter-hold: END-OF-MESSAGE from a[192.0.2.1]: milter triggers HOLD action; proto=ESMTP
                        smtpd: NOQUEUE: hold: RCPT from a[192.0.2.1]: x; proto=ESMTP
                        smtpd: NOQUEUE: discard: RCPT from a[192.0.2.1]: x; proto=ESMTP
                        smtpd: warning: NOQUEUE: reject: RCPT from a[192.0.2.1]: 550
                        """);

        assertThat(summary.rejected()).isEqualTo(7);
        assertThat(summary.rejectWarnings()).isEqualTo(2);
        assertThat(summary.held()).isEqualTo(2);
        assertThat(summary.discarded()).isEqualTo(1);
        assertThat(summary.topRejects().getFirst())
                .isEqualTo(new Summary.Count("550 5.1.1 … no", 2));
    }

    /// pflogsumm counts all of these as delivered.
    @Test
    void isNotFooledByAddressesAndReplies() {
        Summary summary =
                Summaries.ofMessages(
                        """
                        smtp: 3A9B720C620: to=<"x>, relay=a, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)"@evil.example>, relay=none, delay=1, delays=0/0/1/0, dsn=5.4.4, status=bounced (unknown)
                        smtp: 3A9B720C620: to=<"x, status=sent (250 ok)"@evil.example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: refused)
                        """);

        assertThat(summary.delivered()).isZero();
        assertThat(summary.bounced()).isEqualTo(1);
        assertThat(summary.deferrals()).isEqualTo(1);
    }

    private static String text(String name) throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(SummaryTest.class.getResourceAsStream(name));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
