package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.FilePosition;
import org.spoolscope.postfix.follow.Fingerprint;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.LogPosition;

@Timeout(60)
class JointSinkTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final String PATH = "/var/log/mail.log";
    private static final int ROUNDS = 2000;

    private final List<String> told = new ArrayList<>();
    private final Told sink = new Told();
    private final JointSink joint = new JointSink(sink, LogPosition.NONE.with("0"));
    private final JointSink.Share files = joint.ofFiles(List.of(PATH));
    private final JointSink.Share journal = joint.ofJournal();

    /// Two followers on two threads, pieces of different sizes.
    @Test
    void aPositionCoversWhatBothHandedOnAndNothingElse() throws Exception {
        Thread other = Thread.ofPlatform().start(() -> handOn(journal, "journal", 7));
        handOn(files, PATH, 3);
        other.join();

        assertThat(sink.wrong).isEmpty();
        assertThat(sink.position).isEqualTo(file(3 * ROUNDS).with(String.valueOf(7 * ROUNDS)));
    }

    @Test
    void timePassesWhenNeitherHasMore() throws Exception {
        files.idle(NOW);
        assertThat(told).isEmpty();
        journal.idle(NOW);
        assertThat(told).containsExactly("idle");
        files.line(new byte[0], 0, 0);
        files.position(file(1));
        journal.idle(NOW);
        assertThat(told).containsExactly("idle");
        files.idle(NOW);
        assertThat(told).containsExactly("idle", "idle");
    }

    @Test
    void whatIsWrongWithOneIsSaidUntilThatOneGoesOn() throws Exception {
        journal.trouble("journalctl ended");
        files.position(file(1));
        files.trouble("dd failed");
        journal.position(LogPosition.NONE.with("1"));
        files.position(file(2));

        assertThat(told)
                .containsExactly(
                        "journalctl ended",
                        "journalctl ended",
                        "dd failed journalctl ended",
                        "dd failed");
    }

    @Test
    void howFarTheyAreBehindIsOneNumber() throws Exception {
        files.behind(5);
        journal.behind(2);
        files.behind(0);
        assertThat(told).containsExactly("behind 5", "behind 7", "behind 2");
    }

    @Test
    void whoEndsInTheMiddleDoesNotStopTheOther() throws Exception {
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                journal.line(new byte[0], 0, 0);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            } finally {
                                journal.end();
                            }
                        });
        other.join();
        files.position(file(1));
        assertThat(sink.position.cursor()).isEqualTo("0");
    }

    private static void handOn(LineSink sink, String source, int most) {
        byte[] line = source.getBytes(StandardCharsets.UTF_8);
        try {
            int handed = 0;
            for (int round = 0; round < ROUNDS; round++) {
                sink.source(source);
                for (int i = 0; i < most; i++) {
                    sink.line(line, 0, line.length);
                    handed++;
                }
                sink.position(
                        source.equals(PATH)
                                ? file(handed)
                                : LogPosition.NONE.with(String.valueOf(handed)));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LogPosition file(int lines) {
        return LogPosition.NONE.with(
                new FilePosition(
                        PATH,
                        List.of(),
                        List.of(new Generation(Fingerprint.NONE, lines, 0, "", "1:2:3")),
                        false));
    }

    /// Compares each position with the lines that came before.
    private final class Told implements LineSink {
        private final List<String> wrong = new ArrayList<>();
        private LogPosition position = LogPosition.NONE;
        private String source = "";
        private int fromFile;
        private int fromJournal;

        @Override
        public void source(String now) {
            source = now;
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (!line.equals(source)) {
                wrong.add(line + " as of " + source);
            }
            if (line.equals(PATH)) {
                fromFile++;
            } else {
                fromJournal++;
            }
        }

        @Override
        public void position(LogPosition now) {
            position = now;
            List<Generation> open = now.file(PATH).generations();
            long offset = open.isEmpty() ? 0 : open.getFirst().offset();
            if (fromFile + fromJournal > 1
                    && (offset != fromFile || !String.valueOf(fromJournal).equals(now.cursor()))) {
                wrong.add(fromFile + " " + fromJournal + ": " + now.text());
            }
        }

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void idle(Instant at) {
            told.add("idle");
        }

        @Override
        public void behind(long bytes) {
            told.add("behind " + bytes);
        }

        @Override
        public void trouble(String message) {
            told.add(message);
        }
    }
}
