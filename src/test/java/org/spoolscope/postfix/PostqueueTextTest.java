package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

class PostqueueTextTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String HEADING =
            "-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n";

    @ParameterizedTest
    @ValueSource(strings = {"mailq-long-3.7.txt", "mailq-short-3.7.txt"})
    void agreesWithTheJsonListingOfTheSameQueue(String golden) throws IOException {
        Listed text = read(Golden.bytes(golden));
        Listed json =
                PostqueueJson.readAll(
                        "out", new ByteArrayInputStream(Golden.bytes("listing-3.7.jsonl")));

        assertThat(text.notUnderstood()).isZero();
        assertThat(text.queuesToldApart()).isFalse();
        assertThat(text.messages()).containsExactlyElementsOf(json.messages());
    }

    @Test
    void readsMarksAndReasonsBeforeTheirRecipients() {
        Listed listed =
                read(
                        HEADING
                                + """
                                ABCDEF0123*    1234 Mon Nov 23 23:59:59  a b@example.org
                                                                         first@example.com
                                                                              (connection lost)
                                                                         "x y"@example.com
                                                                         third@example.com
                                (a reason that is longer than the width of the table and so begins at column zero)
                                                                         fourth@example.com
                                                                         (reason unavailable)
                                                                         fifth@example.com

                                ABCDEF0124!#   1234 Mon Nov 23 23:59:59  MAILER-DAEMON

                                ABCDEF0125#      99 Mon Nov 23 23:59:59  c@example.org
                                                                         z@example.com

                                -- 2 Kbytes in 3 Requests.
                                """);

        assertThat(listed.notUnderstood()).isZero();
        assertThat(listed.messages())
                .extracting(
                        QueuedMessage::queue, QueuedMessage::forcedExpire, QueuedMessage::sender)
                .containsExactly(
                        tuple(QueueName.ACTIVE, false, "a b@example.org"),
                        tuple(QueueName.HOLD, true, ""),
                        tuple(QueueName.DEFERRED, true, "c@example.org"));
        assertThat(listed.messages().getFirst().recipients())
                .containsExactly(
                        new Recipient("first@example.com", null),
                        new Recipient("\"x y\"@example.com", "connection lost"),
                        new Recipient("third@example.com", "connection lost"),
                        new Recipient(
                                "fourth@example.com",
                                "a reason that is longer than the width of the table and so begins"
                                        + " at column zero"),
                        new Recipient("fifth@example.com", null));
        assertThat(listed.messages().getFirst().arrival())
                .isEqualTo(Instant.parse("2026-11-23T23:59:59Z"));
    }

    @Test
    void knowsAnEmptyQueue() {
        assertThat(read("Mail queue is empty\n")).isEqualTo(new Listed(List.of(), false, 0));
    }

    @Test
    void countsWhatTheTotalSaysIsMissingAndAListingWithoutTotal() {
        String one = "ABCDEF0125 99 Mon Nov 23 23:59:59 c@example.org\n  z@example.com\n\n";

        assertThat(read(HEADING + one + "-- 0 Kbytes in 4 Requests.\n").notUnderstood())
                .isEqualTo(3);
        assertThat(read(HEADING + one + "-- 0 Kbytes in 1 Request.\n").notUnderstood()).isZero();
        assertThat(read(HEADING + one).notUnderstood()).isEqualTo(1);
        assertThat(read("nonsense\n").notUnderstood()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Tue, Nov, 24, 2026-11-24T01:00:00Z, UTC,           2026-11-24T00:30:00Z
                    Wed, Nov, 25, 2026-11-24T01:00:00Z, UTC,           2026-11-25T00:30:00Z
                    Thu, Nov, 26, 2026-11-24T01:00:00Z, UTC,           2020-11-26T00:30:00Z
                    Thu, Dec, 31, 2027-01-01T00:10:00Z, UTC,           2026-12-31T00:30:00Z
                    Thu, Feb, 29, 2026-11-24T01:00:00Z, UTC,           2024-02-29T00:30:00Z
                    Xxx, Feb, 29, 2026-11-24T01:00:00Z, UTC,           2024-02-29T00:30:00Z
                    Tue, Nov, 24, 2026-11-24T01:00:00Z, Europe/Oslo,   2026-11-23T23:30:00Z
                    Sun, Mar, 29, 2026-11-24T01:00:00Z, Europe/Oslo,   2026-03-28T23:30:00Z
                    Tue, Feb, 31, 2026-11-24T01:00:00Z, UTC,           1970-01-01T00:00:00Z
                    Tue, Foo, 11, 2026-11-24T01:00:00Z, UTC,           1970-01-01T00:00:00Z
                    """)
    void infersTheYear(
            String weekday, String month, int day, Instant now, ZoneId zone, Instant expected) {
        YearlessTime times = new YearlessTime(InstantSource.fixed(now), zone);

        assertThat(times.resolve(weekday, month, day, 0, 30, 0)).isEqualTo(expected);
    }

    @Test
    void survivesDamage() {
        Mutations.of(Golden.bytes("mailq-short-3.7.txt"), 10_000, bytes -> read(bytes));
    }

    private static Listed read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Listed read(byte[] bytes) {
        try {
            return PostqueueText.readAll(
                    "out",
                    new ByteArrayInputStream(bytes),
                    InstantSource.fixed(NOW),
                    ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
