package org.spoolscope.postfix.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.spoolscope.postfix.log.Hash;

/// What is kept of logs that never end.
class BoundedCountsTest {
    private final Random random = new Random(20_261_126);

    @Test
    void aTableIsAMapOfLongs() {
        LongTable table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 400_000; i++) {
            long key = 1 + random.nextInt(3000) * 0x1_0000_0400L;
            switch (random.nextInt(3)) {
                case 0 -> {
                    table.remove(key);
                    map.remove(key);
                }
                case 1 -> {
                    if (table.add(key, 2)) {
                        map.merge(key, 2L, Long::sum);
                    }
                }
                default -> {
                    table.put(key, i);
                    map.put(key, (long) i);
                }
            }
        }

        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(table.get(7)).isEqualTo(LongTable.NONE);
    }

    @Test
    void messagesThatWereNotHeardOfForLongestAreForgotten() {
        MessageTable table = new MessageTable();
        for (long id = 1; id <= 2L * MessageTable.MOST; id++) {
            table.put(id, id);
        }

        assertThat(table.size()).isBetween(MessageTable.MOST / 2, MessageTable.MOST);
        assertThat(table.get(1)).isEqualTo(MessageTable.UNKNOWN);
        long newest = 2L * MessageTable.MOST;
        for (long id = newest - MessageTable.MOST / 2 + 1; id <= newest; id++) {
            assertThat(table.get(id)).isEqualTo(id);
        }
    }

    @Test
    void distinctOnesAreCountedExactlyAndThenEstimated() {
        DistinctCount count = new DistinctCount();
        for (int i = 0; i < DistinctCount.EXACT; i++) {
            count.add(hash(i));
            count.add(hash(i / 2));
        }
        assertThat(count.count()).isEqualTo(DistinctCount.EXACT);
        assertThat(count.isEstimated()).isFalse();

        for (int i = 0; i < 3 * DistinctCount.EXACT; i++) {
            count.add(hash(i));
        }
        assertThat(count.isEstimated()).isTrue();
        assertThat(count.count()).isCloseTo(3L * DistinctCount.EXACT, Percentage.withPercentage(1));
    }

    @Test
    void theMostFrequentSurviveAnyNumberOfRareOnes() {
        TopCounts counts = new TopCounts();
        for (int i = 0; i < 4 * TopCounts.MOST; i++) {
            add(counts, "rare" + i);
            add(counts, "often" + i % 10);
        }

        assertThat(counts.distinct()).isEqualTo(4 * TopCounts.MOST + 10);
        assertThat(counts.most(10).keySet()).allMatch(text -> text.startsWith("often"));
        Map<String, Long> all = counts.all();
        assertThat(all.size()).isLessThanOrEqualTo(TopCounts.MOST);
        for (int i = 0; i < 10; i++) {
            assertThat(all.get("often" + i))
                    .isCloseTo(4L * TopCounts.MOST / 10, Percentage.withPercentage(0.01));
        }
    }

    private static void add(TopCounts counts, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        counts.add(Hash.of(bytes, 0, bytes.length, 0), bytes, 0, bytes.length);
    }

    private static long hash(int i) {
        byte[] bytes = ("user" + i).getBytes(StandardCharsets.US_ASCII);
        return Hash.of(bytes, 0, bytes.length, 0);
    }
}
