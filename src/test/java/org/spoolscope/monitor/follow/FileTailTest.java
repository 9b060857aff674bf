package org.spoolscope.monitor.follow;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.monitor.follow.TestingTail.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.LogGap.Cause;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.LogPosition;

/// The real script on real files; what happens to them happens between two looks.
@Timeout(60)
class FileTailTest {
    @TempDir Path folder;
    private TestingTail tail;

    @BeforeEach
    void begin() {
        tail = new TestingTail(folder);
    }

    @Test
    void linesComeOnceAndInOrder() {
        tail.follow(
                () -> tail.write("one\n"), () -> tail.write("two\nthree\n"), () -> tail.write("x"));

        assertThat(tail.lines).containsExactly("one", "two", "three");
    }

    @Test
    void aLineIsHandedOnWhenItIsWhole() {
        byte[] line = "grün ← done\n".getBytes(StandardCharsets.UTF_8);
        for (byte one : line) {
            assertThat(tail.lines).isEmpty();
            tail.follow(() -> write(tail.log, new byte[] {one}));
        }
        assertThat(tail.lines).containsExactly("grün ← done");
    }

    @Test
    void aLongLineIsCut() throws IOException {
        tail.write("a".repeat(300_000) + "\nb\n");
        tail.follow();
        assertThat(tail.lines).containsExactly("a".repeat(16 << 10), "b");
    }

    @Test
    void nulsThatACrashLeftAreLeftOut() throws IOException {
        tail.write("a\n\0\0\0\0b\n\0\0\n");
        tail.follow();
        assertThat(tail.lines).containsExactly("a", "b");
    }

    /// Goal L1: the logger writes to the renamed file until it is told.
    @Test
    void aRenamedFileIsReadUntilItIsQuiet() {
        tail.follow(
                () -> tail.write(lines(0, 10)),
                () -> {
                    tail.rename();
                    write(tail.rotated(".1"), lines(10, 12));
                },
                () -> tail.write(lines(20, 22)),
                () -> write(tail.rotated(".1"), lines(12, 14)),
                () -> tail.pass(TestingTail.QUIET),
                () -> tail.write(lines(22, 24)));

        assertThat(tail.lines)
                .containsExactlyInAnyOrderElementsOf(
                        List.of((lines(0, 14) + lines(20, 24)).split("\n", -1)).subList(0, 18));
        assertThat(tail.gaps).isEmpty();
        assertThat(tail.position.files().getFirst().generations()).hasSize(1);
    }

    @Test
    void renamedWithoutANewOneYet() {
        tail.follow(
                () -> tail.write(lines(0, 3)),
                tail::rename,
                () -> write(tail.rotated(".1"), lines(3, 5)),
                () -> tail.write(lines(5, 7)));

        assertRead(7);
    }

    @Test
    void deletedWhileItIsWrittenTo() throws IOException {
        tail.write(lines(0, 2));
        try (OutputStream logger = Files.newOutputStream(tail.log, StandardOpenOption.APPEND)) {
            tail.follow(
                    () -> Files.delete(tail.log),
                    () -> logger.write(lines(2, 4).getBytes(StandardCharsets.UTF_8)),
                    () -> tail.write(lines(4, 6)));
        }
        assertRead(6);
    }

    /// What is left shows no trace of the file between.
    @Test
    void deletedWithTheOneAfterItBetweenTwoLooks() throws IOException {
        tail.write(lines(0, 2));
        tail.follow(() -> {
            for (int n : List.of(20, 22, 24)) {
                tail.rename();
                tail.write(lines(n, n + 2));
            }
            Files.delete(tail.rotated(".3"));
            Files.delete(tail.rotated(".2"));
        });
        assertThat(tail.gaps).containsExactly(Cause.ROTATED_AWAY);
        assertThat(tail.lines)
                .containsExactly("line 0", "line 1", "line 22", "line 23", "line 24", "line 25");
    }

    /// As rotation does it with the oldest one: the one after it was seen before.
    @Test
    void deletedWhenWeAreDoneWithIt() throws IOException {
        tail.write(lines(0, 2));
        tail.follow();
        for (int n = 2; n < 8; n += 2) {
            tail.write(lines(n, n + 2));
            tail.rename();
        }
        tail.write(lines(8, 10));
        tail.meanwhile =
                () -> {
                    if (tail.lines.size() >= 4) {
                        TestingTail.run(() -> Files.deleteIfExists(tail.rotated(".3")));
                    }
                };
        tail.follow();
        assertThat(tail.rotated(".3")).doesNotExist();
        assertRead(10);
    }

    @Test
    void packedWithTheOneAfterItBetweenTwoLooks() {
        tail.follow(
                () -> tail.write(lines(0, 2)),
                () -> {
                    for (int n = 2; n < 8; n += 2) {
                        tail.rename();
                        tail.write(lines(n, n + 2));
                    }
                    tail.pack(".3", "gzip");
                    tail.pack(".2", "gzip");
                });
        assertRead(8);
    }

    @Test
    void rotatedSeveralTimesBetweenTwoLooks() {
        tail.follow(
                () -> tail.write(lines(0, 3)),
                () -> {
                    for (int n = 3; n < 30; n += 3) {
                        tail.rename();
                        tail.write(lines(n, n + 3));
                    }
                },
                () -> tail.write(lines(30, 33)));
        tail.pass(TestingTail.QUIET);
        tail.follow(() -> {}, () -> tail.pass(TestingTail.QUIET), () -> {});
        assertRead(33);
    }

    /// No link lasts as long as a file must be quiet for: the server's clock tells that it is.
    @Test
    void linksThatAreLostAgainAndAgain() throws IOException {
        tail.settings = tail.settings.withQuiet(Duration.ofHours(1));
        for (int n = 0; n < 24; n += 3) {
            tail.write(lines(n, n + 3));
            tail.follow();
            tail.rename();
        }
        tail.write(lines(24, 27));
        tail.follow();
        assertThat(tail.lines).hasSize(18);

        tail.settings = tail.settings.withQuiet(Duration.ofMillis(900));
        tail.follow();
        assertRead(27);
    }

    /// Goal L3.
    @ParameterizedTest
    @CsvSource({"gzip, .gz", "bzip2, .bz2", "xz, .xz", "zstd -q --rm, .zst"})
    void rotatedAndPackedWhileAway(String program, String ending) throws IOException {
        tail.write(lines(0, 1000));
        tail.follow();
        tail.write(lines(1000, 1500));
        for (int n = 1500; n < 3000; n += 500) {
            Files.move(tail.log, tail.rotated("-2026010" + n / 500));
            tail.pack("-2026010" + n / 500, program.split(" "));
            tail.write(lines(n, n + 500));
        }
        tail.follow(() -> tail.write(lines(3000, 3010)));

        assertThat(tail.rotated("-20260103" + ending)).exists();
        assertRead(3010);
    }

    @Test
    void packedWhileItWasRead() {
        tail.follow(
                () -> tail.write(lines(0, 10)),
                () -> {
                    tail.rename();
                    tail.pack(".1", "gzip");
                    tail.write(lines(10, 12));
                },
                () -> {
                    tail.rename();
                    tail.write(lines(12, 14));
                });

        assertRead(14);
    }

    @Test
    void theFileWeStoppedInIsGone() throws IOException {
        tail.write(lines(0, 10));
        tail.follow();
        tail.rename();
        tail.write(lines(20, 22));
        tail.rename();
        tail.write(lines(22, 24));
        Files.delete(tail.rotated(".2"));
        tail.follow();

        assertThat(tail.gaps).containsExactly(Cause.ROTATED_AWAY);
        assertThat(tail.lines.subList(10, 14))
                .containsExactly("line 20", "line 21", "line 22", "line 23");
    }

    /// Files that were there before are not read again when the one after them is gone.
    @Test
    void theFileWeStoppedInIsGoneAndOlderOnesAreNot() throws IOException {
        tail.write(lines(0, 5));
        tail.rename();
        tail.write(lines(5, 10));
        tail.follow();
        tail.rename();
        Files.delete(tail.rotated(".1"));
        tail.write(lines(10, 12));
        tail.follow();

        assertThat(tail.gaps).containsExactly(Cause.ROTATED_AWAY);
        assertRead(12, Cause.ROTATED_AWAY);
    }

    /// Goal L4.
    @Test
    void copiedAndTruncated() {
        tail.follow(
                () -> tail.write(lines(0, 100)),
                () -> {
                    tail.write(lines(100, 110));
                    tail.copyTruncate();
                    tail.write(lines(110, 112));
                },
                () -> tail.write(lines(112, 120)));

        assertRead(120, Cause.COPY_TRUNCATED);
    }

    @Test
    void copiedBeforeWeHadReadSoFar() {
        tail.follow(
                () -> tail.write(lines(0, 100)),
                () -> Files.copy(tail.log, tail.rotated(".1")),
                () -> tail.write(lines(100, 110)),
                () -> {
                    tail.truncate();
                    tail.write(lines(110, 112));
                },
                () -> tail.write(lines(112, 120)));

        assertRead(120, Cause.COPY_TRUNCATED);
    }

    @Test
    void copiedAndTruncatedTwiceWhileAway() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.write(lines(100, 200));
        tail.copyTruncate();
        tail.write(lines(200, 300));
        tail.copyTruncate();
        tail.pack(".2", "gzip");
        tail.write(lines(300, 310));
        tail.follow();

        assertRead(310, Cause.COPY_TRUNCATED, Cause.COPY_TRUNCATED);
    }

    /// Found by the model over a real sshd: it was empty when we looked, was written to, copied and
    /// truncated, and rotated before the next look.
    @ParameterizedTest
    @CsvSource({"0", "4"})
    void copiedAndTruncatedBetweenTwoLooksAtAnEmptyFile(int after) {
        tail.follow(
                () -> tail.write(lines(0, 5)),
                () -> {
                    tail.rename();
                    tail.write("");
                },
                () -> {},
                () -> {
                    tail.write(lines(5, 10));
                    tail.copyTruncate();
                    tail.write(after == 0 ? "" : lines(10, 10 + after));
                },
                () -> {
                    tail.rename();
                    tail.write(lines(10 + after, 20));
                },
                () -> {},
                () -> {});

        assertThat(tail.lines).containsExactlyInAnyOrderElementsOf(numbered(0, 20));
        assertThat(tail.gaps).containsExactly(Cause.COPY_TRUNCATED);
    }

    /// Found by the model over a real sshd: the log was empty at the very first look, and copied
    /// and truncated before its first lines were read. Without an older log, with one, and with the
    /// link lost in between.
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void copiedAndTruncatedAfterTheFirstLookAtAnEmptyFile(boolean older, boolean away)
            throws IOException {
        tail.settings = FollowSettings.DEFAULT.withFirstBytes(10);
        if (older) {
            tail.write("older\nlong enough\n");
            tail.rename();
        }
        tail.write("");
        TestingTail.Step copy =
                () -> {
                    tail.write(lines(0, 22));
                    tail.copyTruncate();
                    tail.write(lines(22, 100));
                };
        if (away) {
            tail.follow();
            copy.run();
            tail.follow();
        } else {
            tail.follow(() -> {}, copy, () -> {}, () -> {});
        }

        assertThat(tail.lines).containsExactlyInAnyOrderElementsOf(numbered(0, 100));
        assertThat(tail.gaps).containsExactly(Cause.COPY_TRUNCATED);
    }

    /// Found by the model over a real sshd: as before, and the link is lost behind the first lines,
    /// or the first half line, before it is known whether anything stands before them.
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void cutBeforeTheCopyOfAnEmptyFileIsLookedFor(boolean older, boolean half) throws IOException {
        // The bytes before the copy are not always as many.
        for (int cut = 500, after = 0; after < 1_000; cut += 20) {
            boolean[] copied = {false};
            tail = new TestingTail(Files.createDirectory(folder.resolve("cut" + cut)));
            tail.settings = FollowSettings.DEFAULT.withFirstBytes(10);
            if (older) {
                tail.write("older\nlong enough\n");
                tail.rename();
            }
            tail.write("");
            tail.cutAfter = cut;
            tail.follow(
                    () -> {},
                    () -> {
                        tail.write(lines(0, 22));
                        tail.copyTruncate();
                        tail.write(half ? "l" : lines(22, 30));
                        copied[0] = true;
                    });
            if (!copied[0]) {
                continue;
            }
            after += 20;
            tail.cutAfter = Long.MAX_VALUE;
            if (half) {
                tail.write(lines(22, 30).substring(1));
            }
            tail.follow();

            assertThat(tail.lines)
                    .as("cut after %d", cut)
                    .containsExactlyInAnyOrderElementsOf(numbered(0, 30));
            assertThat(tail.gaps).as("cut after %d", cut).containsOnly(Cause.COPY_TRUNCATED);
        }
    }

    /// Found by the model over a real sshd: names change between any two answers while the copy is
    /// looked for, and the link is lost after that.
    @Test
    void rotatedWhileTheCopyOfAnEmptyFileIsLookedFor() throws IOException {
        for (int answer = 0; answer < 40; answer++) {
            int[] answers = {-1};
            int last = answer;
            tail = new TestingTail(Files.createDirectory(folder.resolve("answer" + answer)));
            tail.settings = FollowSettings.DEFAULT.withFirstBytes(10);
            tail.write("");
            tail.meanwhile =
                    () -> {
                        if (answers[0] >= 0 && answers[0]++ == last) {
                            TestingTail.run(tail::rename);
                            TestingTail.run(() -> tail.write(lines(30, 40)));
                        }
                    };
            int[] pauses = {0};
            tail.follow(() -> {
                if (pauses[0]++ == 0) {
                    TestingTail.run(() -> {
                        tail.write(lines(0, 22));
                        tail.copyTruncate();
                        tail.write(lines(22, 30));
                    });
                    answers[0] = 0;
                }
                return pauses[0] < 2;
            });
            tail.meanwhile = () -> {};
            tail.follow();

            assertThat(tail.lines)
                    .as("rotated before answer %d of %d", answer, answers[0])
                    .containsExactlyInAnyOrderElementsOf(
                            numbered(0, answers[0] > answer ? 40 : 30));
        }
    }

    /// The link is lost at every step of going on: where we were is not forgotten.
    @Test
    void cutWhileItIsLookedForWhereAnEmptyFileWas() throws IOException {
        tail.settings = FollowSettings.DEFAULT.withFirstBytes(10);
        tail.write("");
        tail.follow();
        tail.write(lines(0, 500));
        tail.rename();
        tail.write(lines(500, 510));
        for (long cut = 40; cut < 1_500; cut += 60) {
            tail.cutAfter = cut;
            tail.follow();
        }
        tail.cutAfter = Long.MAX_VALUE;
        tail.follow();

        assertRead(510);
    }

    /// The same while lines from before are fetched once more.
    @Test
    void cutWhileLinesAreReadAgain() throws IOException {
        tail.write(lines(0, 2_000));
        tail.follow();
        tail.settings = FollowSettings.DEFAULT.withAgainBytes(1 << 20);
        for (long cut = 500; cut < 20_000; cut += 2_500) {
            tail.cutAfter = cut;
            tail.follow();
        }
        tail.cutAfter = Long.MAX_VALUE;
        tail.write(lines(2_000, 2_010));
        tail.follow();

        assertRead(2_010);
        assertThat(tail.again).contains("line 0", "line 1999");
    }

    /// Found by the model over a real sshd: what is left of the file itself is packed, and only the
    /// copy shows that it was truncated.
    @Test
    void copiedTruncatedAndRotatedWhileAway() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.copyTruncate();
        tail.write(lines(100, 110));
        tail.rename();
        tail.pack(".1", "gzip");
        tail.write(lines(110, 120));
        tail.follow();

        assertRead(120, Cause.COPY_TRUNCATED);
    }

    /// Nothing that we know by content is left: an older file that was put there is no copy.
    @Test
    void aFileThatIsPutBeforeTheOldOnesIsNoCopy() throws IOException {
        tail.settings = FollowSettings.DEFAULT.withFirstBytes(10);
        for (int n = 1; n <= 5; n++) {
            TestingTail.write(tail.rotated("." + n), "old " + n + "\n");
        }
        tail.write(lines(0, 100));
        tail.follow(
                () -> {
                    tail.rename();
                    tail.write("");
                },
                () -> {},
                () -> {
                    for (int n = 1; n <= 3; n++) {
                        Files.delete(tail.rotated("." + n));
                    }
                    TestingTail.write(tail.rotated(".9"), "put there\n");
                    tail.write(lines(100, 110));
                },
                () -> {});

        assertThat(tail.lines).containsExactlyElementsOf(numbered(99, 110));
        assertThat(tail.gaps).isEmpty();
    }

    /// A copy that is being made has our content too: it is no generation of its own.
    @Test
    void connectedWhileTheCopyIsMade() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.rename();
        tail.write(lines(100, 200));
        Files.move(tail.rotated(".1"), tail.rotated(".2"));
        Files.copy(tail.log, tail.rotated(".1"));
        tail.follow(() -> tail.write(lines(200, 201)));

        assertRead(201);
    }

    /// With a line or two that may be chance: what it is shows when the log is truncated.
    @Test
    void connectedWhileATinyCopyIsMade() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.rename();
        tail.write(lines(100, 102));
        Files.move(tail.rotated(".1"), tail.rotated(".2"));
        Files.copy(tail.log, tail.rotated(".1"));
        tail.follow(
                () -> {},
                () -> {
                    tail.truncate();
                    tail.write(lines(102, 110));
                });

        assertRead(110);
    }

    /// Found by the model over a real sshd: a new log was written to, copied and truncated between
    /// two looks, and the generation before it deleted.
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void copiedAndTruncatedTwiceBetweenTwoLooksAtAnEmptyFile(boolean deleted) {
        tail.follow(
                () -> tail.write(lines(0, 100)),
                () -> {
                    tail.rename();
                    tail.write("");
                },
                () -> {},
                () -> {
                    tail.write(lines(100, 200));
                    tail.copyTruncate();
                    tail.write(lines(200, 201));
                    tail.copyTruncate();
                    tail.pack(".1", "gzip");
                    if (deleted) {
                        Files.delete(tail.rotated(".3"));
                    }
                    tail.write(lines(201, 210));
                },
                () -> tail.write(lines(210, 220)),
                () -> {});

        assertThat(tail.lines).containsExactlyInAnyOrderElementsOf(numbered(0, 220));
        assertThat(tail.gaps).isNotEmpty().containsOnly(Cause.COPY_TRUNCATED);
    }

    /// What the copy has is read from it, what comes after from the file it is a copy of.
    @Test
    void theCopyIsMadeWhileWeCatchUp() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.rename();
        tail.write(lines(100, 150));
        Files.move(tail.rotated(".1"), tail.rotated(".2"));
        Files.copy(tail.log, tail.rotated(".1"));
        tail.write(lines(150, 200));
        tail.follow(
                () -> write(tail.rotated(".1"), lines(150, 200)),
                () -> {
                    tail.truncate();
                    tail.write(lines(200, 210));
                });

        assertRead(210, Cause.COPY_TRUNCATED);
    }

    /// Goal L5.
    @Test
    void truncatedAndGrownPastWhereWeStoppedWhileAway() throws IOException {
        tail.write(lines(0, 100));
        tail.follow();
        tail.truncate();
        tail.write(lines(100, 400));
        tail.follow();

        assertRead(400, Cause.TRUNCATED);
    }

    @Test
    void truncatedAndGrownBetweenTwoLooks() {
        tail.follow(
                () -> tail.write(lines(0, 100)),
                () -> {
                    tail.truncate();
                    tail.write(lines(100, 500));
                });

        assertRead(500, Cause.TRUNCATED);
    }

    /// Goal L6.
    @Test
    void filesWithEqualFirstLines() throws IOException {
        String same = "the same line\n".repeat(200);
        tail.write(same + lines(0, 5));
        tail.follow();
        tail.rename();
        tail.write(same + lines(5, 10));
        tail.rename();
        tail.write(same + lines(10, 12));
        tail.follow();

        assertThat(tail.lines).filteredOn(line -> line.startsWith("the")).hasSize(600);
        assertThat(tail.lines).filteredOn(line -> line.startsWith("line")).hasSize(12);
        assertThat(tail.gaps).isEmpty();
    }

    /// Goal L6: gzip frees the inode, the next file gets it.
    @Test
    void anInodeThatIsUsedAgain() throws IOException {
        tail.write(lines(0, 5));
        tail.follow();
        tail.rename();
        tail.pack(".1", "gzip");
        tail.write(lines(5, 10));
        tail.follow(() -> tail.write(lines(10, 11)));

        assertRead(11);
    }

    @Test
    void anEmptyFileThatWasRotatedWhileAway() throws IOException {
        tail.write(lines(0, 5));
        tail.follow(
                () -> {
                    tail.rename();
                    tail.write("");
                },
                () -> tail.pass(TestingTail.QUIET));
        tail.write(lines(5, 10));
        tail.rename();
        tail.write(lines(10, 15));
        tail.follow();

        assertRead(15);
    }

    /// The logger opened the second file late: when the third, empty one was there already.
    @Test
    void anEmptyFileThatWasFilledAndPackedWhileAwayIsNoCopyOfTheNext() throws IOException {
        tail.write(lines(0, 5));
        tail.follow(
                () -> {
                    tail.rename();
                    tail.write("");
                },
                () -> {
                    tail.rename();
                    tail.write("");
                });
        TestingTail.write(tail.rotated(".1"), lines(5, 200));
        tail.pack(".1", "gzip");
        tail.write(lines(200, 202));
        tail.follow();

        assertRead(202);
    }

    /// However many they are, by what stands before them it is known what was read.
    @Test
    void emptyFilesThatArePackedLeaveNoTrace() throws IOException {
        tail.write(lines(0, 5));
        tail.follow();
        tail.rename();
        tail.write(lines(5, 10));
        for (int i = 0; i < 16; i++) {
            tail.follow(
                    () -> {
                        tail.rename();
                        tail.write("");
                    },
                    () -> tail.pack(".1", "gzip"),
                    () -> tail.pass(TestingTail.QUIET),
                    () -> {});
        }
        tail.write(lines(10, 12));
        tail.follow();

        assertThat(tail.lines).containsExactlyElementsOf(numbered(0, 12));
    }

    /// Goal L12: how many lines a logger dropped, and where; the link is lost right behind it.
    @Test
    void whatALoggerDroppedIsAGapOfSoManyLines() throws IOException {
        tail.write("a\n");
        tail.follow(
                () ->
                        tail.write(
                                "Nov  8 10:38:17 mx1 systemd-journald[7]: Suppressed 831 messages from postfix.service\n"),
                () ->
                        tail.write(
                                "Nov  8 10:38:17 mx1 postfix/smtp[7]: Suppressed 5 messages from x\n"));
        tail.write(
                "2026-11-08T10:38:17+01:00 mx1 rsyslogd: imjournal: 12 messages lost due to rate-limiting (20000 allowed within 600 seconds)\n");
        tail.follow();

        assertThat(tail.told)
                .extracting(gap -> gap.source() + " " + gap.cause() + " " + gap.lines())
                .containsExactly(tail.log + " SUPPRESSED 831", tail.log + " SUPPRESSED 12");
        assertThat(tail.lines).hasSize(4);
    }

    @Test
    void replacedByACopyOfItself() {
        tail.follow(
                () -> tail.write(lines(0, 50)),
                () -> {
                    Files.copy(tail.log, tail.log.resolveSibling("tmp"));
                    Files.move(
                            tail.log.resolveSibling("tmp"),
                            tail.log,
                            StandardCopyOption.ATOMIC_MOVE);
                    tail.write(lines(50, 52));
                },
                () -> tail.write(lines(52, 60)));

        assertRead(60);
    }

    @Test
    void atFirstTheLastBytesAreReadFromALineOn() throws IOException {
        tail.settings = tail.settings.withFirstBytes(1000);
        tail.write(lines(0, 5000));
        tail.rename();
        tail.write(lines(5000, 5020));
        tail.follow(() -> tail.write(lines(5020, 5021)));

        int from = Integer.parseInt(tail.lines.getFirst().substring(5));
        assertThat(from).isBetween(4900, 4950);
        assertThat(tail.lines).containsExactlyElementsOf(numbered(from, 5021));
    }

    /// Of a list that is made while files are renamed, some are missing.
    @Test
    void rotatedWhileTheFirstListIsMade() throws IOException {
        tail =
                withLists(
                        """
                        mkdir rotated && mv $log.2 $log.3 && mv $log.1 $log.2 && mv $log $log.1
                        exec /usr/bin/stat "$@"
                        """);
        for (int file = 0; file < 3; file++) {
            if (file > 0) {
                tail.rename();
            }
            tail.write(lines(file * 10, file * 10 + 10));
        }
        tail.follow(() -> tail.write(lines(30, 40)));

        assertRead(40);
    }

    /// All are renamed, and the live file is there only after the next look at the names.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void renamedDuringTheFirstLookAndCreatedLater(int answer) throws IOException {
        tail.settings = tail.settings.withFirstBytes(5L * "line 000\n".length());
        writeFiveFiles();
        beforeAnswer(answer, tail::rename);
        tail.follow(() -> {}, () -> tail.write(lines(150, 160)), () -> {}, () -> {});

        assertThat(Integer.parseInt(tail.lines.getFirst().substring(5)))
                .isGreaterThanOrEqualTo(140);
        assertThat(tail.lines).endsWith("line 158", "line 159").doesNotHaveDuplicates();
    }

    /// The file that we stopped in would be missing from two lists in turn.
    @Test
    void rotatedWhileEachListIsMade() throws IOException {
        tail =
                withLists(
                        """
                        if rm first; then
                            :
                        elif rm second; then
                            mv $log $log.1
                            : >$log
                        elif rm third; then
                            mv $log.1 $log.2
                            mv $log $log.1
                        fi
                        exec /usr/bin/stat "$@"
                        """);
        tail.write("");
        tail.follow();
        tail.write(lines(0, 10));
        for (String list : List.of("first", "second", "third")) {
            Files.createFile(folder.resolve("tools").resolve(list));
        }
        tail.follow();

        assertThat(tail.rotated(".2")).exists();
        assertRead(10);
    }

    /// What comes after the file that we read is not what stands after the one before it.
    @Test
    void aListThatMissesTheNewestIsNotBelieved() throws IOException {
        Path missing = folder.resolve("tools").resolve("missing");
        tail =
                withLists(
                        """
                        if rm missing; then
                            /usr/bin/stat "$@" | grep -v "$log.1$"
                        else
                            exec /usr/bin/stat "$@"
                        fi
                        """);
        tail.write(lines(0, 10));
        tail.follow(
                tail::rename,
                () -> tail.write(""),
                () -> tail.pass(TestingTail.QUIET),
                () -> {
                    tail.rename();
                    tail.write(lines(10, 20));
                },
                () -> tail.pass(TestingTail.QUIET));
        tail.pack(".1", "gzip");
        tail.follow(() -> {
            tail.rename();
            write(missing, "");
            tail.write(lines(20, 30));
        });

        assertRead(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void rotatedDuringTheFirstLook(int answer) throws IOException {
        tail.settings = tail.settings.withFirstBytes(25L * "line 000\n".length());
        writeFiveFiles();
        beforeAnswer(
                answer,
                () -> {
                    tail.rename();
                    tail.write(lines(150, 160));
                });
        tail.follow(() -> {}, () -> {}, () -> {}, () -> {});

        // Which bytes are the last ones depends on when it was looked.
        int from = Integer.parseInt(tail.lines.getFirst().substring(5));
        assertThat(from).isIn(126, 136);
        assertThat(tail.lines).containsExactlyElementsOf(numbered(from, 160));
        assertThat(tail.gaps).isEmpty();
    }

    @Test
    void whatLiesBeforeThePositionIsReadOnceMore() {
        tail.follow(() -> tail.write("first\nsecond\nthird\npar"));
        tail.settings = tail.settings.withAgainBytes(14);
        tail.follow(() -> tail.write("tial\n"));

        assertThat(tail.lines).containsExactly("first", "second", "third", "partial");
        assertThat(tail.again).containsExactly("second", "third");
    }

    @Test
    void ofALargeLogOnlyTheEndIsReadOnceMore() {
        String line = "x".repeat(99) + "\n";
        tail.follow(() -> tail.write(line.repeat(500_000)));
        tail.settings = tail.settings.withAgainBytes(20_000_050);
        tail.follow();

        assertThat(tail.again).hasSize(200_000).containsOnly(line.strip());
        assertThat(tail.lines).hasSize(500_000);
    }

    @Test
    void whatIsLeftIsToldWhileALargePieceIsRead() throws IOException {
        String line = "x".repeat(99) + "\n";
        tail.write(line.repeat(140_000));
        tail.follow();

        assertThat(tail.behinds).hasSizeGreaterThan(2).isSortedAccordingTo(reverseOrder());
        assertThat(tail.behinds.getFirst()).isGreaterThan(8_000_000);
        assertThat(tail.behinds.getLast()).isZero();
    }

    @Test
    void aPositionInTheMiddleDoesNotLookLikeTheEnd() throws IOException {
        tail.write(("x".repeat(99) + "\n").repeat(140_000));
        tail.follow();

        assertThat(tail.behindAtPositions.getFirst()).isGreaterThan(8_000_000);
        assertThat(tail.behindAtPositions.getLast()).isZero();
    }

    @Test
    void aLostLinkReadsNothingOnceMore() {
        tail.follow(() -> tail.write("first\n"));
        tail.follow(() -> tail.write("second\n"));

        assertThat(tail.again).isEmpty();
    }

    @Test
    void anOldLogOfAnotherNameIsNone() throws IOException {
        write(tail.rotated(".bak"), "no\n");
        write(tail.rotated(".1.tmp"), "no\n");
        write(tail.rotated("-audit.log"), "no\n");
        tail.write("yes\n");
        tail.follow();
        assertThat(tail.lines).containsExactly("yes");
    }

    @Test
    void aPositionIsWhatTheLinesUntilThenAre() throws IOException {
        tail.write(lines(0, 200_000));
        int[] pauses = {0};
        tail.follow(() -> pauses[0]++ < 1);
        LogPosition half = tail.position;
        assertThat(tail.lines).hasSize(200_000);
        tail.write(lines(200_000, 200_010));
        tail.follow();
        tail.lines.subList(200_000, tail.lines.size()).clear();
        tail.position = half;
        tail.follow();
        assertRead(200_010);
    }

    /// Goal H4.
    @Test
    void aPackedFileThatNeverEndsIsCut() throws IOException {
        tail.write(lines(0, 10));
        tail.follow();
        write(tail.log, new byte[130 << 20]);
        tail.rename();
        tail.pack(".1", "gzip", "-1");
        tail.write(lines(10, 12));
        tail.follow();

        assertRead(12, Cause.TOO_LARGE);
    }

    /// By the shell itself.
    @ParameterizedTest
    @CsvSource({"dash", "busybox sh", "bash --posix", "bash"})
    void aListIsMadeAnewWhereNamesHaveChanged(String shell) throws IOException {
        withLists(
                """
                echo x >>made
                if rm once; then
                    mv $log $log.1
                    : >$log
                fi
                exec /usr/bin/stat "$@"
                """);
        tail.write(lines(0, 10));
        Files.createFile(folder.resolve("tools").resolve("once"));

        assertThat(list(shell)).contains("70 ", tail.log + "\n", tail.log + ".1\n");
        assertThat(folder.resolve("tools").resolve("made")).hasContent("x\n".repeat(2));
    }

    @Test
    void aListIsMadeTenTimesAtMost() throws IOException {
        withLists(
                """
                echo x >>made
                : >$log.$(grep -c x made)
                exec /usr/bin/stat "$@"
                """);
        tail.write(lines(0, 10));

        assertThat(list("dash")).contains(tail.log + ".8\n");
        assertThat(folder.resolve("tools").resolve("made")).hasContent("x\n".repeat(10));
    }

    /// What the script answers to one request for a list.
    private String list(String shell) throws IOException {
        List<String> command = new ArrayList<>(List.of(shell.split(" ")));
        command.addAll(List.of("-c", LogCommands.READ.call().execLine()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().merge("PATH", "", (path, _) -> folder.resolve("tools") + ":" + path);
        Process process = builder.start();
        try (OutputStream out = process.getOutputStream()) {
            String request = "0123456789abcdef0123456789abcdef\nlist\n" + tail.log + "\n";
            out.write(request.getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"dash", "busybox sh", "bash --posix", "bash"})
    void everyShell(String shell) throws IOException {
        String[] words = (shell + " -c").split(" ");
        tail = new TestingTail(folder, words);
        tail.write(lines(0, 5));
        tail.follow(
                () -> tail.write(lines(5, 10)),
                () -> {
                    tail.rename();
                    tail.write(lines(10, 20));
                });
        tail.rename();
        tail.pack(".1", "gzip");
        tail.write(lines(20, 30));
        tail.follow();
        assertRead(30);
    }

    /// Ten lines each, from 100 on.
    private void writeFiveFiles() throws IOException {
        for (int file = 0; file < 5; file++) {
            if (file > 0) {
                tail.rename();
            }
            tail.write(lines(file * 10 + 100, file * 10 + 110));
        }
    }

    /// @param answer counted from 0
    private void beforeAnswer(int answer, TestingTail.Step step) {
        int[] left = {answer};
        tail.meanwhile =
                () -> {
                    if (left[0]-- == 0) {
                        TestingTail.run(step);
                    }
                };
    }

    /// With a `stat` of its own that makes the lists; it runs in the folder `tools`.
    private TestingTail withLists(String script) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path stat = tools.resolve("stat");
        write(
                stat,
                """
                #!/bin/sh
                case $* in
                *%%n*) ;;
                *) exec /usr/bin/stat "$@" ;;
                esac
                log=%s
                cd %s || exit
                """
                                .formatted(tail.log, tools)
                        + script);
        assertThat(stat.toFile().setExecutable(true)).isTrue();
        return new TestingTail(
                folder, "env", "PATH=" + tools + ":" + System.getenv("PATH"), "sh", "-c");
    }

    private void assertRead(int end, Cause... gaps) {
        assertThat(tail.lines).containsExactlyElementsOf(numbered(0, end));
        assertThat(tail.gaps).containsExactly(gaps);
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "line " + n).toList();
    }

    private static String lines(int from, int to) {
        return String.join("\n", numbered(from, to)) + "\n";
    }
}
