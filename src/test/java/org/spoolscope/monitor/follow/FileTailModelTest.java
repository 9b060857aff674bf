package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goal L11: whatever logger, rotation and network do, in any order, what is read is what was
/// written. The number of sequences of each kind comes from `spoolscope.follow.sequences`, the
/// first seed from `spoolscope.follow.seed`.
class FileTailModelTest {
    private static final int SEQUENCES = Integer.getInteger("spoolscope.follow.sequences", 30);
    private static final int SEED = Integer.getInteger("spoolscope.follow.seed", 1);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsWhatWasWritten(LoggedServer.Kind kind) throws IOException {
        for (int seed = SEED; seed < SEED + SEQUENCES; seed++) {
            sequence(kind, new Random(seed), kind + " seed " + seed);
        }
    }

    /// Also while files are looked for, opened and read.
    @Test
    void rotationDoesNotWait() throws IOException {
        for (int seed = SEED; seed < SEED + SEQUENCES; seed++) {
            Random random = new Random(seed);
            Path place = Files.createDirectory(folder.resolve("logs"));
            TestingTail tail = new TestingTail(place);
            try (LoggedServer server = new LoggedServer(tail, random, LoggedServer.Kind.RENAMING)) {
                tail.follow();
                for (int link = 0; link < 4; link++) {
                    server.tell("CONNECT");
                    int[] left = {random.nextInt(8)};
                    tail.cutAfter = random.nextBoolean() ? random.nextInt(20_000) : Long.MAX_VALUE;
                    tail.meanwhile =
                            () -> {
                                if (random.nextInt(4) == 0) {
                                    server.act();
                                }
                            };
                    tail.follow(() -> left[0]-- > 0);
                    server.tell("CUT after " + tail.lines.size());
                    server.act();
                }
                server.settle();
                tail.meanwhile = () -> {};
                tail.cutAfter = Long.MAX_VALUE;
                readAll(tail);
                String story = "seed " + seed + ": " + server.story();
                assertThat(without(server.written(), tail.lines)).as("lost: %s", story).isEmpty();
                assertThat(without(tail.lines, server.written())).as("twice: %s", story).isEmpty();
                assertThat(tail.gaps).as(story).isEmpty();
            } finally {
                delete(place);
            }
        }
    }

    /// Until nothing has come for some pauses. How many it takes depends on how many files are
    /// unread: sixty, a few of which can be open at a time, take 22.
    private static void readAll(TestingTail tail) {
        int[] seen = {0};
        int[] pausesSince = {0};
        tail.follow(() -> {
            tail.pass(TestingTail.QUIET);
            pausesSince[0] = tail.lines.size() > seen[0] ? 0 : pausesSince[0] + 1;
            seen[0] = tail.lines.size();
            return pausesSince[0] < 12;
        });
    }

    /// The numbers of the lines that are left when each of the others is taken away once.
    private static List<String> without(List<String> lines, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> left.merge(line, -1, Integer::sum) < 0)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private void sequence(LoggedServer.Kind kind, Random random, String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve("logs"));
        TestingTail tail = new TestingTail(place);
        try (LoggedServer server = new LoggedServer(tail, random, kind)) {
            tail.follow();
            for (int link = 0; link < 4; link++) {
                server.tell("CONNECT");
                int[] left = {random.nextInt(12)};
                tail.cutAfter = random.nextBoolean() ? random.nextInt(20_000) : Long.MAX_VALUE;
                tail.follow(() -> {
                    server.act();
                    return left[0]-- > 0;
                });
                server.tell("CUT after " + tail.lines.size());
                for (int away = random.nextInt(6); away > 0; away--) {
                    server.act();
                }
            }
            server.settle();
            tail.cutAfter = Long.MAX_VALUE;
            readAll(tail);
            check(kind, tail, server, name + ": " + server.story());
        } finally {
            delete(place);
        }
    }

    private static void check(
            LoggedServer.Kind kind, TestingTail tail, LoggedServer server, String story) {
        Set<String> read = new HashSet<>(tail.lines);
        List<String> lost = server.written().stream().filter(line -> !read.contains(line)).toList();
        assertThat(read).as("nothing twice: %s", story).hasSameSizeAs(tail.lines);
        assertThat(server.mayBeLost()).as("nothing else lost: %s", story).containsAll(lost);
        assertThat(tail.lines)
                .as("in order: %s", story)
                .containsExactlyElementsOf(
                        server.written().stream().filter(read::contains).toList());
        if (lost.stream().anyMatch(server.mustBeTold()::contains)) {
            assertThat(tail.gaps).as("%s lines lost: %s", lost.size(), story).isNotEmpty();
        }
        if (kind == LoggedServer.Kind.RENAMING) {
            assertThat(tail.gaps).as(story).isEmpty();
        }
        assertThat(tail.troubles).as(story).isEmpty();
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
