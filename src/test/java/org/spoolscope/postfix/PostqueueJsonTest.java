package org.spoolscope.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

class PostqueueJsonTest {
    private static final String GOOD =
            "{\"queue_name\": \"hold\", \"queue_id\": \"3A9B720C620\", \"recipients\": []}\n";

    @Test
    void readsWhatPostfix37Printed() {
        Listed listed = read(Golden.bytes("listing-3.7.jsonl"));

        assertThat(listed.notUnderstood()).isZero();
        assertThat(listed.messages()).hasSize(14);
        assertThat(QueueTable.of(listed.messages()).counts())
                .isEqualTo(new QueueCounts(0, 0, 0, 12, 2, 0));
        QueuedMessage bounce = message(listed, "4jYPMX58bfzJ9GW");
        assertThat(bounce.sender()).isEmpty();
        assertThat(bounce.arrival()).isEqualTo(Instant.ofEpochSecond(1_795_481_352));
        assertThat(bounce.size()).isEqualTo(297);
        assertThat(bounce.id().isLong()).isTrue();
        assertThat(bounce.recipients())
                .extracting(Recipient::address, Recipient::domain)
                .containsExactly(
                        tuple("a@example.com", "example.com"),
                        tuple("\"quoted user, (x) !*#\"@example.com", "example.com"));
        QueuedMessage international = message(listed, "4jYPMX5DptzJ9GX");
        assertThat(international.sender()).isEqualTo("jürgen@exämple.org");
        assertThat(international.recipients().getFirst().reason())
                .isEqualTo("connect to 127.0.0.1[127.0.0.1]:12599: Connection refused");
    }

    @Test
    void readsAllMembersOfPostfix311InAnyOrderAndIgnoresUnknownOnes() {
        Listed listed =
                read(
                        """
                        {"x": {"y": [1, {"z": null}]}, "recipients": [
                        {"delay_reason": "slow", "orig_address": "", "address": "a@example.com"},
                        {"bounce_reason": "gone", "address": "b@example.com"},
                        {"address": "c@example.com", "other_reason": "odd", "new": [[]]},
                        {"address": "d@example.com", "delay_reason": ""}, 7],
                        "forced_expire": true, "sender": "s@example.org", "message_size": 9,
                        "arrival_time": 1700000000, "queue_id": "ABCDEF12", "queue_name": "active"}
                        """
                                .replace("\n", ""));

        assertThat(listed.messages())
                .containsExactly(
                        new QueuedMessage(
                                "out",
                                QueueName.ACTIVE,
                                new QueueId("ABCDEF12"),
                                Instant.ofEpochSecond(1_700_000_000),
                                9,
                                "s@example.org",
                                List.of(
                                        new Recipient("a@example.com", "slow"),
                                        new Recipient("b@example.com", "gone"),
                                        new Recipient("c@example.com", "odd"),
                                        new Recipient("d@example.com", null)),
                                true));
    }

    @Test
    void toleratesMissingMembersAndWrongTypes() {
        Listed listed =
                read(
                        """
                        {"queue_id": "ABCDEF12"}
                        {"queue_id": "ABCDEF13", "arrival_time": "x", "message_size": [1], \
                        "sender": {"a": 1}, "recipients": {"b": 2}, "forced_expire": {}, \
                        "queue_name": 3}
                        {"queue_id": "ABCDEF14", "arrival_time": 1e300, "message_size": -4}
                        {"queue_id": "ABCDEF15", "arrival_time": 99999999999999999999999}
                        """);

        assertThat(listed.notUnderstood()).isZero();
        assertThat(listed.messages())
                .extracting(QueuedMessage::arrival)
                .containsExactly(
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.parse("9999-12-31T23:59:59Z"),
                        Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(listed.messages()).extracting(QueuedMessage::size).containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{}",
                "\"ABCDEF12\"",
                "{\"queue_id\": \"ALL\"}",
                "{\"queue_id\": \"-d\"}",
                "{\"queue_id\": \"ABC DEF\"}",
                "{\"queue_id\": \"ABCDEF12\"",
                "{\"queue_id\": \"ABCDEF12\", \"sender\": \"x",
                "\0\0\0"
            })
    void countsWhatIsNoMessageAndGoesOn(String line) {
        Listed listed = read(line + "\n" + GOOD);

        assertThat(listed.notUnderstood()).isEqualTo(1);
        assertThat(listed.messages()).hasSize(1);
    }

    @Test
    void decodesInvalidUtf8WithReplacement() {
        byte[] line =
                GOOD.replace("\"hold\"", "\"hold\", \"sender\": \"j?rgen@example.org\"")
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '?' ? (byte) 0xfc : line[i];
        }

        Listed listed = read(line);

        assertThat(listed.messages())
                .extracting(QueuedMessage::sender)
                .containsExactly("j\ufffdrgen@example.org");
    }

    @Test
    void takesCarriageReturnsEmptyLinesAndALastLineWithoutEnd() {
        Listed listed = read("\r\n" + GOOD.strip() + "\r\n\n\n" + GOOD.strip());

        assertThat(listed.messages()).hasSize(2);
        assertThat(listed.notUnderstood()).isZero();
    }

    @Test
    void skipsNestingOf100000() {
        String deep = "{\"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";

        Listed listed = read(deep + GOOD);

        assertThat(listed.notUnderstood()).isEqualTo(1);
        assertThat(listed.messages()).hasSize(1);
    }

    @Test
    void cutsALineOf100MegabytesInBoundedMemory() throws IOException {
        long length = 100L << 20;
        InputStream in =
                new SequenceInputStream(
                        new Repeated(new byte[] {'x'}, length),
                        new ByteArrayInputStream(("\n" + GOOD).getBytes(StandardCharsets.UTF_8)));
        Lines lines = new Lines(in, PostqueueJson.RECORD_CAP);

        assertThat(lines.advance()).isTrue();
        assertThat(lines.text()).isEqualTo(GOOD.strip());
        assertThat(lines.cut()).isEqualTo(1);
        assertThat(lines.buffer().length).isLessThanOrEqualTo(2 * PostqueueJson.RECORD_CAP);
        assertThat(lines.advance()).isFalse();
    }

    @Test
    void countsARecordOfAMillionRecipientsAsCut() throws IOException {
        byte[] one = "{\"address\": \"someone@example.com\"},".getBytes(StandardCharsets.UTF_8);
        InputStream many = new Repeated(one, 1_000_000);
        InputStream in =
                new SequenceInputStream(
                        new SequenceInputStream(
                                new ByteArrayInputStream(
                                        "{\"queue_id\": \"ABCDEF12\", \"recipients\": ["
                                                .getBytes(StandardCharsets.UTF_8)),
                                many),
                        new ByteArrayInputStream(
                                ("{}]}\n" + GOOD).getBytes(StandardCharsets.UTF_8)));

        Listed listed = PostqueueJson.readAll("out", in);

        assertThat(listed.notUnderstood()).isEqualTo(1);
        assertThat(listed.messages())
                .extracting(QueuedMessage::id)
                .containsExactly(new QueueId("3A9B720C620"));
    }

    @Test
    void handsOnEachMessageBeforeTheNextIsRead() throws IOException {
        List<QueuedMessage> seen = new ArrayList<>();
        PostqueueJson reader = new PostqueueJson("out");
        InputStream one = new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8));
        InputStream then =
                new InputStream() {
                    @Override
                    public int read() {
                        assertThat(seen).hasSize(1);
                        return -1;
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) {
                        return read();
                    }
                };

        reader.read(new SequenceInputStream(one, then), seen::add);

        assertThat(seen).hasSize(1);
    }

    @Test
    void sharesEqualSendersAndReasons() {
        String line =
                "{\"queue_id\": \"ABCDEF12\", \"sender\": \"s@example.org\", \"recipients\": [{\"address\": \"a@example.com\", \"delay_reason\": \"slow\"}]}\n";

        List<QueuedMessage> messages = read(line + line).messages();

        assertThat(messages.get(0).sender()).isSameAs(messages.get(1).sender());
        assertThat(messages.get(0).recipients().getFirst().reason())
                .isSameAs(messages.get(1).recipients().getFirst().reason());
    }

    @Test
    void becomesAListing() {
        QueueListing listing = read(GOOD).at(Instant.EPOCH, Duration.ofMillis(7));

        assertThat(listing.counts().hold()).isEqualTo(1);
        assertThat(listing.queuesToldApart()).isTrue();
        assertThat(listing.took()).hasMillis(7);
    }

    @Test
    void survivesDamage() {
        Mutations.of(Golden.bytes("listing-3.7.jsonl"), 10_000, bytes -> read(bytes));
    }

    private static QueuedMessage message(Listed listed, String id) {
        return listed.messages().stream()
                .filter(message -> message.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Listed read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Listed read(byte[] bytes) {
        try {
            return PostqueueJson.readAll("out", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same bytes, many times.
    private static final class Repeated extends InputStream {
        private final byte[] piece;
        private final long length;
        private long at;

        Repeated(byte[] piece, long count) {
            this.piece = piece;
            this.length = piece.length * count;
        }

        @Override
        public int read() {
            return at < length ? piece[(int) (at++ % piece.length)] : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int wanted) {
            if (at == length) {
                return -1;
            }
            int count = (int) Math.min(length - at, wanted);
            for (int i = from; i < from + count; i++) {
                buffer[i] = piece[(int) (at++ % piece.length)];
            }
            return count;
        }
    }
}
