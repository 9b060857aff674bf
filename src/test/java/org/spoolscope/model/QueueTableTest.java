package org.spoolscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTableTest {
    private static final Instant NOW = Instant.parse("2026-03-13T13:32:07Z");
    private static final String[] TEXTS = {
        "", "news@example.org", "grüße@example.org", "host said: 421 4.7.28 slow down", "😀"
    };

    private static QueuedMessage message(Random random, String id) {
        List<Recipient> recipients = new ArrayList<>();
        for (int n = random.nextInt(3) == 0 ? random.nextInt(6) : 1; n > 0; n--) {
            String reason = TEXTS[random.nextInt(TEXTS.length)];
            recipients.add(
                    new Recipient(
                            "r" + random.nextInt(1_000_000) + TEXTS[random.nextInt(TEXTS.length)],
                            reason.isEmpty() ? null : reason));
        }
        return new QueuedMessage(
                "postfix-out",
                QueueName.values()[random.nextInt(6)],
                new QueueId(id),
                NOW.plusNanos(random.nextLong(1_000_000_000_000L) * 1_000),
                random.nextInt(5) == 0 ? QueuedMessage.UNKNOWN_SIZE : random.nextLong(1L << 40),
                TEXTS[random.nextInt(TEXTS.length)],
                recipients,
                random.nextInt(4) == 0 ? random.nextInt(1_000) : 0,
                random.nextBoolean(),
                random.nextBoolean()
                        ? null
                        : new Tries(
                                1 + random.nextInt(9),
                                NOW.minusSeconds(random.nextInt(99)),
                                TEXTS[random.nextInt(TEXTS.length)]));
    }

    private static void assertSame(QueueTable table, Map<String, QueuedMessage> model) {
        assertThat(table.size()).isEqualTo(model.size());
        assertThat(table.stream().parallel()).containsExactlyInAnyOrderElementsOf(model.values());
        assertThat(table.counts()).isEqualTo(counts(model));
        for (Map.Entry<String, QueuedMessage> entry : model.entrySet()) {
            assertThat(table.find(new QueueId(entry.getKey()))).isEqualTo(entry.getValue());
        }
        assertThat(table.find(new QueueId("NONE000"))).isNull();
        TableRows rows = TableRows.all(List.of(QueueTable.EMPTY, table));
        QueueCursor row = rows.cursor();
        for (int i = rows.size() - 1; i >= 0; i--) {
            row.moveTo(rows.row(i));
            assertThat(row.message()).isEqualTo(table.message(i)).isEqualTo(rows.message(i));
            assertThat(row.table()).isEqualTo(1);
        }
    }

    private static QueueCounts counts(Map<String, QueuedMessage> model) {
        int[] counts = new int[6];
        model.values().forEach(message -> counts[message.queue().ordinal()]++);
        return new QueueCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /// A table is what a map of the same messages is, and stays so whatever its editor does next.
    @ParameterizedTest
    @CsvSource({"1, 20, 300", "2, 400, 3000", "3, 4000, 12000", "4, 60, 5000"})
    void holdsWhatAMapHolds(long seed, int ids, int edits) {
        Random random = new Random(seed);
        Map<String, QueuedMessage> model = new HashMap<>();
        QueueTable.Editor editor = new QueueTable.Editor("postfix-out");
        List<QueueTable> tables = new ArrayList<>();
        List<Map<String, QueuedMessage>> models = new ArrayList<>();
        boolean growing = true;
        for (int i = 0; i < edits; i++) {
            String id = "4jYPMX" + random.nextInt(ids);
            growing ^= random.nextInt(edits / 3) == 0;
            if (random.nextInt(10) < (growing ? 8 : 2)) {
                QueuedMessage message = message(random, id);
                model.put(id, message);
                editor.put(message);
            } else {
                assertThat(editor.remove(new QueueId(id))).isEqualTo(model.remove(id) != null);
            }
            assertThat(editor.size()).isEqualTo(model.size());
            assertThat(editor.contains(new QueueId(id))).isEqualTo(model.containsKey(id));
            assertThat(editor.get(new QueueId(id))).isEqualTo(model.get(id));
            if (random.nextInt(edits / 8) == 0) {
                tables.add(editor.table());
                models.add(new HashMap<>(model));
                if (random.nextBoolean()) {
                    editor = editor.table().edit();
                }
            }
        }
        tables.add(editor.table());
        models.add(model);

        assertThat(tables).hasSizeGreaterThan(3);
        for (int i = 0; i < tables.size(); i++) {
            assertSame(tables.get(i), models.get(i));
        }
    }

    @Test
    void tellsWhereARowIsInAnotherTable() {
        Random random = new Random(5);
        QueueTable.Editor editor = new QueueTable.Editor("postfix-out");
        for (int i = 0; i < 3_000; i++) {
            editor.put(message(random, "ABC" + (10_000 + i)));
        }
        QueueTable before = editor.table();
        for (int i = 0; i < 40; i++) {
            editor.remove(new QueueId("ABC" + (10_000 + random.nextInt(3_000))));
            editor.put(message(random, "DEF" + (10_000 + i)));
        }
        QueueTable after = editor.table();

        int[] rows = before.rowsIn(after);

        for (int i = 0; i < before.size(); i++) {
            QueueId id = before.message(i).id();
            assertThat(rows[i]).isEqualTo(after.row(id));
            assertThat(rows[i] < 0).isEqualTo(after.find(id) == null);
            if (rows[i] >= 0) {
                assertThat(after.message(rows[i]).id()).isEqualTo(id);
            }
        }
    }

    @Test
    void isTheSameTableAsLongAsNothingChanges() {
        QueueTable.Editor editor = new QueueTable.Editor("-");
        QueueTable empty = editor.table();
        editor.remove(new QueueId("ABCDEF1"));

        assertThat(editor.table()).isSameAs(empty);
        assertThat(empty.edit().table()).isSameAs(empty);
        assertThat(QueueTable.of(List.of())).isSameAs(QueueTable.EMPTY);
    }

    @Test
    void ofOneIdTheLastMessageCounts() {
        Random random = new Random(6);
        QueuedMessage first = message(random, "ABCDEF1");
        QueuedMessage last = message(random, "ABCDEF1");

        assertThat(QueueTable.of(List.of(first, last))).containsExactly(last);
    }

    @Test
    void takesOneInstanceOnly() {
        QueueTable.Editor editor = new QueueTable.Editor("-");
        QueuedMessage foreign = message(new Random(7), "ABCDEF1");

        assertThatThrownBy(() -> editor.put(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Equal texts are one object, so that a million messages with the same reason hold it once.
    @Test
    void sharesEqualTexts() {
        QueueTable.Editor editor = new QueueTable.Editor("-");
        for (String id : List.of("ABCDEF1", "ABCDEF2")) {
            editor.put(
                    new QueuedMessage(
                            "-",
                            QueueName.DEFERRED,
                            new QueueId(id),
                            NOW,
                            1,
                            new String("news@example.org"),
                            List.of(new Recipient("a@example.com", new String("slow down"))),
                            false));
        }
        QueueTable table = editor.table();

        assertThat(table.message(0).sender()).isSameAs(table.message(1).sender());
        assertThat(table.message(0).recipients().getFirst().reason())
                .isSameAs(table.message(1).recipients().getFirst().reason());
    }

    /// What no UTF-8 can say and no time that microseconds can count does not stop the rest.
    @Test
    void takesWhatItCanNotKeepAsItIs() {
        QueueTable table =
                QueueTable.of(
                        List.of(
                                new QueuedMessage(
                                        "-",
                                        QueueName.HOLD,
                                        new QueueId("ABCDEF1"),
                                        Instant.MAX,
                                        Long.MAX_VALUE,
                                        "",
                                        List.of(new Recipient("a\ud83db", null)),
                                        false)));

        assertThat(table.message(0).recipients().getFirst().address()).isEqualTo("a?b");
        assertThat(table.message(0).arrival()).isAfter(Instant.parse("9999-12-31T00:00:00Z"));
        assertThat(table.message(0).size()).isEqualTo(Long.MAX_VALUE);
    }
}
