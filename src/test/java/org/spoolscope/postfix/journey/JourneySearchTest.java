package org.spoolscope.postfix.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneySearchTest {
    private static final String ACCEPTED =
            """
            11:59:59 smtpd[7]: connect from other.example[192.0.2.8]
            12:00:00 smtpd[8]: connect from client.example.org[192.0.2.5]
            12:00:00 smtpd[8]: Anonymous TLS connection established from client.example.org[192.0.2.5]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
            12:00:01 smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5], sasl_method=PLAIN, sasl_username=joe
            12:00:01 smtpd[7]: BBBBBB1: client=other.example[192.0.2.8]
            12:00:01 cleanup[9]: AAAAAA1: message-id=<m1@example.org>
            12:00:01 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=2 (queue active)
            12:00:01 smtpd[8]: disconnect from client.example.org[192.0.2.5] ehlo=1 mail=1 rcpt=2 data=1 quit=1 commands=6
            12:00:02 smtp[11]: Untrusted TLS connection established to mx.example.net[192.0.2.1]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
            12:00:03 smtp[11]: AAAAAA1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=2, delays=0.1/0.2/0.7/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as CCCCCC1)
            12:00:03 smtp[11]: AAAAAA1: to=<b@example.net>, orig_to=<info@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=2, delays=0.1/0.2/0.7/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as CCCCCC1)
            12:00:03 qmgr[2]: AAAAAA1: removed
            12:00:04 smtp[11]: BBBBBB1: to=<z@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as CCCCCC2)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAA1",
                "m1@example.org",
                "<M1@example.org>",
                "Joe@example.org",
                "b@example.net",
                "info@example.net"
            })
    void accepted(String term) {
        assertThat(new TestingLogs().server("mail1", ACCEPTED).journeys(term))
                .isEqualTo(
                        "mail1 AAAAAA1 DELIVERED: connected tls received named active disconnected"
                                + " tls sent(a@example.net) sent(b@example.net) removed\n");
    }

    @Test
    void tellsWhatTheLinesTell() {
        JourneyMessage message =
                new TestingLogs()
                        .server("mail1", ACCEPTED)
                        .find("AAAAAA1")
                        .journeys()
                        .getFirst()
                        .start();

        assertThat(message)
                .returns("mail1", JourneyMessage::server)
                .returns("postfix", JourneyMessage::instance)
                .returns("m1@example.org", JourneyMessage::messageId)
                .returns("joe@example.org", JourneyMessage::from)
                .returns("client.example.org[192.0.2.5]", JourneyMessage::client)
                .returns(4711L, JourneyMessage::size)
                .returns(2L, JourneyMessage::recipients);
        Step attempt = message.steps().get(8);
        assertThat(attempt.time()).isEqualTo(Instant.parse("2026-03-01T12:00:03Z"));
        assertThat(attempt.line()).isEqualTo(10);
        assertThat(attempt.text()).startsWith("to=<b@example.net>, orig_to=");
        assertThat(attempt.attempt())
                .isEqualTo(
                        new Attempt(
                                "b@example.net",
                                "info@example.net",
                                "mx.example.net[192.0.2.1]:25",
                                "sent",
                                "2.0.0",
                                2_000_000,
                                new Attempt.Stages(100_000, 200_000, 700_000, 1_000_000),
                                "250 2.0.0 Ok: queued as CCCCCC1"));
    }

    @Test
    void deferredThenAccepted() {
        assertThat(
                        new TestingLogs()
                                .server(
                                        "mail1",
                                        """
                                        12:00:01 pickup[3]: AAAAAA1: uid=1000 from=<joe>
                                        12:00:01 cleanup[9]: AAAAAA1: message-id=<m1@example.org>
                                        12:00:01 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
                                        12:00:31 smtp[11]: connect to mx.example.net[192.0.2.1]:25: Connection timed out
                                        12:00:31 smtp[11]: AAAAAA1: to=<a@example.net>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.1]:25: Connection timed out)
                                        12:05:31 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
                                        12:05:32 smtp[12]: AAAAAA1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=331, delays=330/0/0/1, dsn=2.0.0, status=sent (250 ok)
                                        12:05:32 qmgr[2]: AAAAAA1: removed
                                        """)
                                .journeys("AAAAAA1"))
                .isEqualTo(
                        "mail1 AAAAAA1 DELIVERED: picked_up named active deferred(a@example.net)"
                                + " active sent(a@example.net) removed\n");
    }

    private static final String BOUNCED =
            """
            12:00:01 smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
            12:00:01 cleanup[9]: AAAAAA1: message-id=<m1@example.org>
            12:00:01 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
            12:00:02 smtp[11]: AAAAAA1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))
            12:00:02 cleanup[9]: DDDDDD1: message-id=<n1@mail1.example.org>
            12:00:02 bounce[5]: AAAAAA1: sender non-delivery notification: DDDDDD1
            12:00:02 qmgr[2]: AAAAAA1: removed
            12:00:02 qmgr[2]: DDDDDD1: from=<>, size=6000, nrcpt=1 (queue active)
            12:00:03 local[6]: DDDDDD1: to=<joe@example.org>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (delivered to mailbox)
            12:00:03 qmgr[2]: DDDDDD1: removed
            """;

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAA1", "DDDDDD1", "n1@mail1.example.org", "a@example.net"})
    void bouncedWithItsNotice(String term) {
        assertThat(new TestingLogs().server("mail1", BOUNCED).journeys(term))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 BOUNCED: received named active bounced(a@example.net) notified removed
                           > NOTIFICATION mail1 DDDDDD1 DELIVERED: named active sent(joe@example.org) removed
                        """);
    }

    private static final String HELD =
            """
            12:00:01 smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
            12:00:01 smtpd[8]: AAAAAA1: hold: RCPT from client.example.org[192.0.2.5]: <joe@example.org>: Sender address triggers HOLD action; from=<joe@example.org> to=<a@example.net> proto=ESMTP helo=<x>
            12:00:01 cleanup[9]: AAAAAA1: message-id=<m1@example.org>
            12:10:00 postsuper[20]: AAAAAA1: released from hold
            12:10:01 postsuper[21]: AAAAAA1: placed on hold
            12:20:00 postsuper[22]: AAAAAA1: requeued
            12:20:00 postsuper[22]: Requeued: 1 message
            12:20:01 pickup[3]: EEEEEE1: uid=0 from=<joe@example.org> orig_id=AAAAAA1
            12:20:01 cleanup[9]: EEEEEE1: message-id=<m1@example.org>
            12:20:01 qmgr[2]: EEEEEE1: from=<joe@example.org>, size=4900, nrcpt=1 (queue active)
            12:20:02 smtp[11]: EEEEEE1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1200, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)
            12:20:02 qmgr[2]: EEEEEE1: removed
            """;

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAA1", "EEEEEE1"})
    void heldThenRequeued(String term) {
        assertThat(new TestingLogs().server("mail1", HELD).journeys(term))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 REQUEUED: received held named released held requeued
                           > REQUEUE mail1 EEEEEE1 DELIVERED: picked_up named active sent(a@example.net) removed
                        """);
    }

    private static final String FILTERED =
            """
            12:00:01 smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
            12:00:01 cleanup[9]: AAAAAA1: message-id=<m1@example.org>
            12:00:01 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
            12:00:02 smtpd[30]: connect from localhost[127.0.0.1]
            12:00:02 smtpd[30]: FFFFFF1: client=localhost[127.0.0.1], orig_queue_id=AAAAAA1, orig_client=client.example.org[192.0.2.5]
            12:00:02 cleanup[9]: FFFFFF1: message-id=<m1@example.org>
            12:00:02 qmgr[2]: FFFFFF1: from=<joe@example.org>, size=5200, nrcpt=1 (queue active)
            12:00:02 smtp[11]: AAAAAA1: to=<a@example.net>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as FFFFFF1)
            12:00:02 qmgr[2]: AAAAAA1: removed
            12:00:03 smtp[12]: FFFFFF1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)
            12:00:03 qmgr[2]: FFFFFF1: removed
            """;

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAA1", "FFFFFF1", "m1@example.org"})
    void throughAContentFilter(String term) {
        assertThat(new TestingLogs().server("mail1", FILTERED).journeys(term))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 DELIVERED: received named active sent(a@example.net) removed
                           > FILTER mail1 FFFFFF1 DELIVERED: connected received named active sent(a@example.net) removed
                        """);
    }

    @Test
    void forwarded() {
        assertThat(
                        new TestingLogs()
                                .server(
                                        "mail1",
                                        """
                                        12:00:01 smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
                                        12:00:01 qmgr[2]: AAAAAA1: from=<joe@example.org>, size=4711, nrcpt=1 (queue active)
                                        12:00:02 cleanup[9]: GGGGGG1: message-id=<m1@example.org>
                                        12:00:02 local[6]: AAAAAA1: to=<list@mail1.example.org>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as GGGGGG1)
                                        12:00:02 qmgr[2]: AAAAAA1: removed
                                        12:00:02 qmgr[2]: GGGGGG1: from=<joe@example.org>, size=4900, nrcpt=1 (queue active)
                                        12:00:03 smtp[12]: GGGGGG1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (later)
                                        """
                                                .replace("GGGGGG1", "ABABAB1"))
                                .journeys("a@example.net"))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 DELIVERED: received active sent(list@mail1.example.org) removed
                           > FORWARD mail1 ABABAB1 QUEUED: named active deferred(a@example.net)
                        """);
    }

    @Test
    void anIdThatComesBackIsAnotherMessage() {
        String reused =
                BOUNCED
                        + """
                        13:00:01 smtpd[8]: AAAAAA1: client=other.example.org[192.0.2.6]
                        13:00:01 cleanup[9]: AAAAAA1: message-id=<m2@example.org>
                        13:00:01 qmgr[2]: AAAAAA1: from=<ann@example.org>, size=1, nrcpt=1 (queue active)
                        13:00:05 postsuper[20]: AAAAAA1: removed
                        13:20:01 qmgr[2]: AAAAAA1: from=<eve@example.org>, size=1, nrcpt=1 (queue active)
                        13:30:01 smtpd[8]: DDDDDD1: client=other.example.org[192.0.2.6]
                        13:30:01 qmgr[2]: DDDDDD1: from=<ann@example.org>, size=1, nrcpt=1 (queue active)
                        2026-03-20T10:00:00 qmgr[2]: DDDDDD1: from=<bob@example.org>, size=1, nrcpt=1 (queue active)
                        """;
        TestingLogs logs = new TestingLogs().server("mail1", reused);

        assertThat(logs.journeys("AAAAAA1"))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 BOUNCED: received named active bounced(a@example.net) notified removed
                           > NOTIFICATION mail1 DDDDDD1 DELIVERED: named active sent(joe@example.org) removed
                        mail1 AAAAAA1 DELETED: received named active deleted
                        mail1 AAAAAA1 QUEUED: active
                        """);
        assertThat(logs.journeys("m2@example.org"))
                .isEqualTo("mail1 AAAAAA1 DELETED: received named active deleted\n");
        assertThat(logs.journeys("bob@example.org")).isEqualTo("mail1 DDDDDD1 QUEUED: active\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAA1", "CCCCCC1", "m1@example.org", "b@example.net"})
    void overTwoServers(String term) {
        TestingLogs logs =
                new TestingLogs()
                        .server(
                                "inner",
                                """
                                12:00:05 smtpd[40]: CCCCCC1: client=mail1.example.org[192.0.2.2]
                                12:00:05 cleanup[41]: CCCCCC1: message-id=<m1@example.org>
                                12:00:05 qmgr[42]: CCCCCC1: from=<joe@example.org>, size=5000, nrcpt=2 (queue active)
                                12:00:06 virtual[43]: CCCCCC1: to=<a@example.net>, relay=virtual, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (delivered to maildir)
                                12:00:06 qmgr[42]: CCCCCC1: removed
                                18:00:05 smtpd[40]: CCCCCC1: client=mail1.example.org[192.0.2.2]
                                18:00:05 cleanup[41]: CCCCCC1: message-id=<m9@example.org>
                                """)
                        .server("mail1", ACCEPTED);

        assertThat(logs.journeys(term))
                .startsWith(
                        """
                        mail1 AAAAAA1 DELIVERED: connected tls received named active disconnected tls sent(a@example.net) sent(b@example.net) removed
                           > NEXT_HOP inner CCCCCC1 DELIVERED: received named active sent(a@example.net) removed
                        """);
        assertThat(logs.journeys("m9@example.org"))
                .isEqualTo("inner CCCCCC1 UNKNOWN: received named\n");
    }

    @Test
    void instancesKeepTheirIdsApart() {
        String log =
                """
                12:00:01 postfix/qmgr[2]: AAAAAA1: from=<joe@example.org>, size=1, nrcpt=1 (queue active)
                12:00:02 postfix-out/qmgr[3]: AAAAAA1: from=<ann@example.org>, size=1, nrcpt=1 (queue active)
                12:00:03 postfix/qmgr[2]: AAAAAA1: removed
                """;

        assertThat(new TestingLogs().server("mail1", log).find("AAAAAA1").journeys())
                .extracting(journey -> journey.start().instance() + " " + journey.start().from())
                .containsExactly("postfix joe@example.org", "postfix-out ann@example.org");
    }

    /// From one instance to another at the machine's own address.
    @ParameterizedTest
    @ValueSource(strings = {"AAAAAA1", "4jcDQD3Ctzz1t", "m1@example.org"})
    void fromOneInstanceToAnother(String term) {
        String log =
                """
                12:00:01 postfix/smtpd[8]: AAAAAA1: client=client.example.org[192.0.2.5]
                12:00:01 postfix/cleanup[9]: AAAAAA1: message-id=<m1@example.org>
                12:00:01 postfix/qmgr[2]: AAAAAA1: from=<joe@example.org>, size=1, nrcpt=1 (queue active)
                12:00:02 postfix-out/smtpd[18]: 4jcDQD3Ctzz1t: client=mail1.example.org[192.0.2.2]
                12:00:02 postfix-out/cleanup[19]: 4jcDQD3Ctzz1t: message-id=<m1@example.org>
                12:00:02 postfix-out/qmgr[12]: 4jcDQD3Ctzz1t: from=<joe@example.org>, size=1, nrcpt=1 (queue active)
                12:00:02 postfix/smtp[11]: AAAAAA1: to=<a@example.net>, relay=mail1.example.org[192.0.2.2]:26, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4jcDQD3Ctzz1t)
                12:00:02 postfix/qmgr[2]: AAAAAA1: removed
                12:00:03 postfix-out/smtp[13]: 4jcDQD3Ctzz1t: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AAAAAA1)
                12:00:03 postfix-out/qmgr[12]: 4jcDQD3Ctzz1t: removed
                """;

        assertThat(new TestingLogs().server("mail1", log).journeys(term))
                .isEqualTo(
                        """
                        mail1 AAAAAA1 DELIVERED: received named active sent(a@example.net) removed
                           > NEXT_HOP mail1 4jcDQD3Ctzz1t DELIVERED: received named active sent(a@example.net) removed
                        """);
    }

    @Test
    void tooManyAreSaidToBe() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            log.append(
                    "12:00:%02d qmgr[2]: A%06X: from=<joe@example.org>, size=1, nrcpt=1 (queue active)%n"
                            .formatted(i % 60, i));
        }
        JourneySearch.Found found =
                new TestingLogs().server("mail1", log.toString()).find("joe@example.org");

        assertThat(found.whole()).isFalse();
        assertThat(found.journeys()).hasSizeBetween(1, 700);
        assertThat(new TestingLogs().server("mail1", log.toString()).find("nobody@x").whole())
                .isTrue();
    }
}
