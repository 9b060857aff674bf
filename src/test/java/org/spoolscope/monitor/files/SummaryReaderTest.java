package org.spoolscope.monitor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.postfix.summary.Summary;
import org.spoolscope.postfix.summary.SummaryCounter;

class SummaryReaderTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));
    private static final int MESSAGES = 20_000;

    /// Each message's lines lie far apart, so that they come to different threads.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void severalThreadsCountWhatOneCounts(int threads) throws Exception {
        StringBuilder log = new StringBuilder();
        for (String text :
                new String[] {
                    "smtpd[1]: %X: client=mx[192.0.2.1]",
                    "qmgr[1]: %X: from=<s%<d@example.org>, size=1000, nrcpt=1 (queue active)",
                    "smtp[1]: %X: to=<b%<d@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (x)",
                    "smtp[1]: %X: to=<b%<d@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)",
                    "qmgr[1]: %X: removed"
                }) {
            for (int i = 0; i < MESSAGES; i++) {
                log.append(
                        String.format(
                                Locale.ROOT,
                                "Nov  8 10:38:17 mail postfix/" + text + "%n",
                                0xABCDE000 + i));
            }
        }

        Summary summary = read(threads, stream(log.toString()));

        assertThat(summary.lines()).isEqualTo(5 * MESSAGES);
        assertThat(summary.foreign() + summary.other()).isZero();
        assertThat(summary.received()).isEqualTo(MESSAGES);
        assertThat(summary.deferred()).isEqualTo(MESSAGES);
        assertThat(summary.delivered()).isEqualTo(MESSAGES);
        assertThat(summary.bytesReceived()).isEqualTo(1000L * MESSAGES);
        assertThat(summary.bytesDelivered()).isEqualTo(1000L * MESSAGES);
        assertThat(summary.senders()).isEqualTo(MESSAGES);
        assertThat(summary.recipients()).isEqualTo(MESSAGES);
    }

    @Test
    void aFailureComesAfterWhatWasRead() {
        SummaryCounter counter = new SummaryCounter();
        InputStream damaged =
                new SequenceInputStream(
                        stream("Nov  8 10:38:17 mail postfix/qmgr[1]: 3A9B720C620: removed\nx\n"),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("damaged");
                            }

                            @Override
                            public int read(byte[] bytes, int from, int length) throws IOException {
                                return read();
                            }
                        });

        assertThatThrownBy(() -> new SummaryReader(ZoneOffset.UTC, CLOCK, 2).read(damaged, counter))
                .isInstanceOf(IOException.class)
                .hasMessage("damaged");
        assertThat(counter.summary(1).lines()).isEqualTo(2);
        assertThat(counter.summary(1).foreign()).isEqualTo(1);
    }

    @Test
    void anEmptyLogHasNoTimes() throws Exception {
        Summary summary = read(2, stream(""));

        assertThat(summary.lines()).isZero();
        assertThat(summary.first()).isNull();
        assertThat(summary.last()).isNull();
    }

    private static Summary read(int threads, InputStream in) throws Exception {
        SummaryCounter counter = new SummaryCounter();
        new SummaryReader(ZoneOffset.UTC, CLOCK, threads).read(in, counter);
        return counter.summary(3);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
