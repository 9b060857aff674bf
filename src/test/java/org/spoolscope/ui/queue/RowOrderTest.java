package org.spoolscope.ui.queue;

import static java.lang.String.CASE_INSENSITIVE_ORDER;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.Addresses;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Tries;

class RowOrderTest {
    private static final Comparator<QueueRow> TIE =
            comparing((QueueRow row) -> row.message().arrival())
                    .thenComparing(row -> row.message().id())
                    .thenComparing(QueueRow::server)
                    .thenComparing(row -> row.message().instance());

    private static Comparator<QueueRow> plainly(QueueColumn column) {
        return switch (column) {
            case ID -> comparing(row -> row.message().id().value());
            case SERVER -> comparing(QueueRow::server, CASE_INSENSITIVE_ORDER);
            case INSTANCE -> comparing(row -> row.message().instance());
            case STATE -> comparing(row -> row.message().queue());
            case AGE -> comparing((QueueRow row) -> row.message().arrival()).reversed();
            case SIZE -> comparingLong(row -> row.message().size());
            case SENDER -> comparing(row -> row.message().sender(), CASE_INSENSITIVE_ORDER);
            case RECIPIENT -> comparing(RowOrderTest::address, CASE_INSENSITIVE_ORDER);
            case DOMAIN -> comparing(row -> Addresses.domain(address(row)));
            case REASON -> comparing(QueueRow::reason, CASE_INSENSITIVE_ORDER);
            case NEXT ->
                    comparingLong(
                            row -> RowOrder.latest(row.prospect(TestingFleet.NOW).nextAttempt()));
            case BOUNCE ->
                    comparingLong(
                            row -> RowOrder.earliest(row.prospect(TestingFleet.NOW).comesBack()));
        };
    }

    private static String address(QueueRow row) {
        Recipient first = row.first();
        return first == null ? "" : first.address();
    }

    /// Few and many different values, long common beginnings, and ids and times that several
    /// servers have in common.
    private static QueueRows rows() {
        Random random = new Random(8);
        List<ServerSnapshot> servers = new ArrayList<>();
        for (String server : List.of("mail2", "Mail1", "mail10")) {
            List<InstanceQueue> queues = new ArrayList<>();
            for (String instance : List.of("postfix-out", "-")) {
                List<QueuedMessage> messages = new ArrayList<>();
                for (int i = 0; i < 900; i++) {
                    messages.add(message(random, instance, i));
                }
                queues.add(
                        new InstanceQueue(
                                TestingFleet.instance(instance),
                                KnownQueue.of(TestingFleet.listing(TestingFleet.NOW, messages))));
            }
            servers.add(
                    TestingFleet.snapshot(server, new Link.Online(TestingFleet.NOW, null), queues));
        }
        return QueueRows.of(servers);
    }

    private static QueuedMessage message(Random random, String instance, int number) {
        List<Recipient> recipients = new ArrayList<>();
        for (int n = random.nextInt(8) == 0 ? random.nextInt(3) : 1; n > 0; n--) {
            recipients.add(
                    new Recipient(
                            "a-long-common-Beginning-"
                                    + random.nextInt(random.nextBoolean() ? 3 : 700)
                                    + (random.nextInt(20) == 0 ? "" : "@Example")
                                    + random.nextInt(9)
                                    + ".com",
                            random.nextBoolean() ? null : "Reason " + random.nextInt(40)));
        }
        return new QueuedMessage(
                instance,
                QueueName.values()[random.nextInt(5)],
                new QueueId(
                        random.nextBoolean()
                                ? "4jYPMX58bfzJ9G" + number
                                : "%05X%d".formatted(random.nextInt(1 << 20), number)),
                TestingFleet.NOW.minus(Duration.ofSeconds(random.nextInt(200))),
                random.nextInt(9) == 0 ? QueuedMessage.UNKNOWN_SIZE : random.nextLong(1L << 62),
                random.nextBoolean() ? "" : "Sender" + random.nextInt(300) + "@example.org",
                recipients,
                0,
                random.nextInt(9) == 0,
                random.nextBoolean()
                        ? null
                        : new Tries(1, TestingFleet.NOW.minusSeconds(random.nextInt(900)), ""));
    }

    /// Against a plain sort of rows as objects.
    @ParameterizedTest
    @EnumSource(QueueColumn.class)
    void sortsAsComparingRowsDoes(QueueColumn column) {
        QueueRows rows = rows();
        for (boolean descending : new boolean[] {false, true}) {
            Comparator<QueueRow> plain = plainly(column);
            List<QueueRow> expected = new ArrayList<>(rows);
            expected.sort((descending ? plain.reversed() : plain).thenComparing(TIE));

            assertThat(RowOrder.sorted(rows, column, descending, TestingFleet.NOW))
                    .as(column + (descending ? " descending" : ""))
                    .containsExactlyElementsOf(expected);
        }
    }

    /// So many that rows are packed, counted and split by parts of their keys.
    @ParameterizedTest
    @EnumSource(QueueColumn.class)
    void sortsManyRows(QueueColumn column) {
        Random random = new Random(9);
        QueueTable.Editor editor = new QueueTable.Editor("-");
        for (int i = 0; i < 70_000; i++) {
            editor.put(message(random, "-", i));
        }
        QueueRows rows =
                QueueRows.of(
                        List.of(
                                TestingFleet.server(
                                        "mail1",
                                        TestingFleet.listing(
                                                TestingFleet.NOW,
                                                editor.table().stream().toList()))));
        Comparator<QueueRow> order = plainly(column).reversed().thenComparing(TIE);

        assertThat(RowOrder.sorted(rows, column, true, TestingFleet.NOW))
                .isSortedAccordingTo(order);
    }
}
