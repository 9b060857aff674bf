package org.spoolscope.postfix.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

class LogFilterTest {
    private static final String HEADER = "2026-03-13T13:32:07.250000+00:00 mail1 postfix/";
    private static final String DELIVERY =
            HEADER
                    + "relay/smtp[4711]: 4jYLjVBCDFzBxDf: to=<Kari@firma.example>,"
                    + " orig_to=<info@shop.example>, relay=mx.firma.example[198.51.100.7]:25,"
                    + " delay=61, delays=0.5/0.5/20/40, dsn=4.7.28, status=deferred (host"
                    + " mx.firma.example[198.51.100.7] said: 421 4.7.28 Slow down, Jürgen)";
    private static final String QUEUED =
            HEADER + "qmgr[12]: 4jYLjVBCDFzBxDf: from=<>, size=4312, nrcpt=1 (queue active)";

    private static LogLine parsed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogLine line = new LogLine();
        new LogParser(ZoneOffset.UTC, InstantSource.fixed(Instant.parse("2026-03-13T13:32:08Z")))
                .parse(bytes, 0, bytes.length, line);
        return line;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "slow",
                "SLOW",
                "\"slow down\"",
                "slow?down",
                "jürgen",
                "j?rgen",
                "mail1",
                "smtp",
                "event:delivery",
                "event:deliv*",
                "status:deferred",
                "status:DEFERRED",
                "id:4jYLjVBCDFzBxDf",
                "id:4jY*",
                "to:kari",
                "to:kari@firma.example",
                "to:info@",
                "domain:firma.example",
                "relay:mx",
                "relay:*.example",
                "relay:198.51.100.7",
                "program:smtp",
                "program:postfix/relay/smtp",
                "program:*/smtp",
                "dsn:4.7.28",
                "dsn:4.*",
                "reason:slow",
                "text:status=deferred",
                "server:mail1",
                "delay>1m",
                "delay<=61s",
                "delay=1m",
                "-event:other status:deferred",
                "event:reject or event:delivery",
                "not (status:sent or status:bounced)",
                "cause:rate-limited",
                "cause:*-limited status:deferred"
            })
    void matches(String filter) throws FilterSyntaxException {
        assertThat(
                        LogFilter.parse(filter, TestingJudgement.BUILT_IN)
                                .matches(parsed(DELIVERY), "mail1"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slowly",
                "event:reject",
                "status:sent",
                "id:4jY",
                "from:kari",
                "to:kari?",
                "domain:firma",
                "domain:example",
                "relay:mx2",
                "program:smtpd",
                "program:relay",
                "dsn:5.*",
                "reason:status=deferred",
                "client:198.51.100.7",
                "server:mail2",
                "delay<1m",
                "message_id:4jY*",
                "cause:dns",
                "provider:Gmail"
            })
    void doesNotMatch(String filter) throws FilterSyntaxException {
        assertThat(
                        LogFilter.parse(filter, TestingJudgement.BUILT_IN)
                                .matches(parsed(DELIVERY), "mail1"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "from:<>, true",
        "from:\"\", true",
        "from:news, false",
        "event:queued, true",
        "to:*, false",
        "delay>0s, false"
    })
    void findsTheNullSenderAndAsksOnlyWhatALineHolds(String filter, boolean found)
            throws FilterSyntaxException {
        assertThat(LogFilter.parse(filter, TestingJudgement.BUILT_IN).matches(parsed(QUEUED), "x"))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    event:deliverys | 7 | There is no event deliverys. Events are connect, disconnect,
                    a queue:hold    | 3 | There is no key queue. Keys are event, status, id, from, to,
                    status>sent     | 7 | status is a text: write status:value. Only delay can be
                    delay>10        | 9 | A unit of time is needed here: s, m, h, d or w.
                    delay>x         | 7 | delay needs a number here
                    delay > 10m     | 7 | > belongs to a key
                    cause:slow      | 7 | There is no cause slow. Causes are rate-limited,
                    provider:nobody | 10 | There is no provider nobody.
                    (status:sent    | 1 | This parenthesis is never closed.
                    """)
    void tellsAMistakeWithItsColumn(String filter, int column, String sentence) {
        FilterSyntaxException mistake =
                catchThrowableOfType(
                        FilterSyntaxException.class,
                        () -> LogFilter.parse(filter, TestingJudgement.BUILT_IN));

        assertThat(mistake).isNotNull();
        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.sentence().toString()).startsWith(sentence);
    }

    @Test
    void everyKeyIsOfferedWithWords() {
        assertThat(LogKey.completions()).hasSize(LogKey.values().length);
        assertThat(LogKey.completions())
                .extracting(Completion::insert)
                .startsWith("event:", "status:", "id:")
                .contains("delay>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    smtp[1]: AAAAAA1: to=<a@gmail.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to gmail-smtp-in.l.google.com[192.0.2.1]:25: Connection timed out) | Gmail     | connection
                    smtp[1]: AAAAAA1: to=<a@shop.example>, relay=mx.google.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)                                             | Gmail     |
                    smtp[1]: AAAAAA1: to=<a@shop.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to x.hotmail.com[192.0.2.1]:25: Connection timed out)          | Microsoft | connection
                    smtp[1]: AAAAAA1: to=<a@shop.example>, relay=none, delay=1, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=shop.example type=A: Host not found) | | dns
                    qmgr[1]: AAAAAA1: from=<b@shop.example>, status=expired, returned to sender                                                                                   |           | expired
                    qmgr[1]: AAAAAA1: removed                                                                                                                                     |           |
                    """)
    void tellsCausesAndProvidersAsTheDestinationsDo(String text, String provider, String cause)
            throws FilterSyntaxException {
        LogLine line = parsed(HEADER + text);
        for (String name : List.of("Gmail", "Microsoft")) {
            assertThat(found("provider:" + name, line)).as(name).isEqualTo(name.equals(provider));
        }
        for (String name : List.of("connection", "dns", "expired", "other")) {
            assertThat(found("cause:" + name, line)).as(name).isEqualTo(name.equals(cause));
        }
    }

    private static boolean found(String filter, LogLine line) throws FilterSyntaxException {
        return LogFilter.parse(filter, TestingJudgement.BUILT_IN).matches(line, "mail1");
    }
}
