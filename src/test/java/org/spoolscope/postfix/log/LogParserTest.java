package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"smtpd", "queue", "delivery", "others", "hostile"})
    void understandsTheCorpus(String file) {
        List<Corpus.Case> cases = Corpus.of(file + ".txt");

        assertThat(cases).isNotEmpty();
        assertThat(cases)
                .allSatisfy(one ->
                        assertThat(Corpus.shown(Corpus.parse(one.line())))
                                .as(one.line())
                                .isEqualTo(one.expected()));
    }

    @Test
    void theCorpusHasEveryEvent() {
        Set<LogEvent> seen = EnumSet.of(LogEvent.FOREIGN);
        Corpus.lines().forEach(line -> seen.add(Corpus.parse(line).event()));

        assertThat(seen).containsExactlyInAnyOrder(LogEvent.values());
    }

    @Test
    void aLineIsFoundWhereverItLiesInTheBytes() {
        LogParser parser = new LogParser(Corpus.OSLO, Corpus.CLOCK);
        LogLine parsed = new LogLine();
        for (String line : Corpus.lines()) {
            byte[] bytes = ("\0>, x=\n" + line + "\n>, y").getBytes(StandardCharsets.UTF_8);
            int end = bytes.length - "\n>, y".length();

            parser.parse(bytes, 7, end, parsed);

            assertThat(Corpus.shown(parsed)).isEqualTo(Corpus.shown(Corpus.parse(line)));
        }
    }

    @Test
    void aLineThatFillsItsMessageIsCut() {
        String start = "Nov  8 10:38:17 mail postfix/smtpd[1]: NOQUEUE: ";
        String reject = "reject: RCPT from a[192.0.2.1]: 554 5.7.1 " + "x".repeat(2000);

        LogLine line = Corpus.parse(start + reject.substring(0, 2000 - "NOQUEUE: ".length()));
        LogLine whole = Corpus.parse(start + reject.substring(0, 900));

        assertThat(line.isCut()).isTrue();
        assertThat(line.event()).isEqualTo(LogEvent.REJECT);
        assertThat(whole.isCut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    250 2.0.0 Ok: queued as 4jYPMX5DptzJ9GX                       | 4jYPMX5DptzJ9GX
                    250 2.0.0 Ok: queued as 3A9B720C620                           | 3A9B720C620
                    250 from MTA: queued as ABCDEF12): 250 Ok: queued as ABCDEF34 | ABCDEF34
                    250 OK id=1abcde-0001Xx-2y                                    |
                    250 queued as soon as possible                                |
                    """)
    void knowsTheIdAtTheNextHop(String reason, String id) {
        LogLine line =
                Corpus.parse(
                        "Nov  8 10:38:17 mail postfix/smtp[1]: 3A9B720C620: to=<a@example.com>,"
                                + " relay=mx[192.0.2.1]:25, delay=1, status=sent ("
                                + reason
                                + ")");

        assertThat(QueuedAs.of(line)).isEqualTo(id);
    }
}
