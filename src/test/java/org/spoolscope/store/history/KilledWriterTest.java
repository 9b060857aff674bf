package org.spoolscope.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.LogBatch;
import org.spoolscope.model.MinuteRow;

/// Goal L7's ground: a process that is killed while it counts leaves counts and position that agree
/// and nothing acknowledged is lost.
class KilledWriterTest {
    private static final String SERVER = "mail1";

    @TempDir Path folder;

    @Test
    void countsAndPositionAgreeAfterEachKill() throws Exception {
        Path file = folder.resolve("history.sqlite");
        Random random = new Random(7);
        for (int kill = 0; kill < 12; kill++) {
            long acknowledged = killAfter(file, 1 + random.nextInt(40));

            try (MailHistory history = MailHistory.open(file)) {
                long position = history.position(SERVER).map(Long::parseLong).orElse(0L);
                long counted =
                        history
                                .rows(SERVER, Instant.EPOCH, Instant.ofEpochSecond(1L << 32))
                                .stream()
                                .mapToLong(MinuteRow::sent)
                                .sum();
                assertThat(counted).isEqualTo(position);
                assertThat(position).isGreaterThanOrEqualTo(acknowledged);
            }
        }
        assertThat(folder.resolve("history.sqlite.damaged")).doesNotExist();
    }

    /// Returns the last position that the writer said it had committed.
    private static long killAfter(Path file, int commits) throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                writer.getInputStream(), StandardCharsets.US_ASCII))) {
            for (int i = 0; i < commits; i++) {
                String line = lines.readLine();
                assertThat(line).isNotNull();
                acknowledged = Long.parseLong(line);
            }
            writer.destroyForcibly();
        } finally {
            writer.destroyForcibly();
            writer.waitFor();
        }
        return acknowledged;
    }

    /// Counts one message a commit and prints how far it is.
    static final class Writer {
        private Writer() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            try (MailHistory history = MailHistory.open(Path.of(arguments[0]))) {
                long position = history.position(SERVER).map(Long::parseLong).orElse(0L);
                while (true) {
                    String before = position == 0 ? null : Long.toString(position);
                    position++;
                    LogBatch batch =
                            new LogBatch(
                                    before,
                                    Long.toString(position),
                                    List.of(
                                            new MinuteRow(
                                                    Instant.ofEpochSecond(position / 10 * 60),
                                                    "example.com",
                                                    null,
                                                    0,
                                                    1,
                                                    0,
                                                    0,
                                                    0)),
                                    List.of());
                    if (!history.commit(SERVER, batch)) {
                        return;
                    }
                    System.out.println(position);
                }
            }
        }
    }
}
