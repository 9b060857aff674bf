package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.postfix.follow.LogPosition;

final class LineRelayTest {
    private static final LogGap GAP =
            new LogGap(Instant.EPOCH, "mail.log", LogGap.Cause.TRUNCATED, null, null, null);

    private final List<String> told = new ArrayList<>();

    /// Blocks at each position until it is opened.
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void handsOnEverythingInOrder() {
        open.countDown();
        try (LineRelay relay = new LineRelay(new Told(), Foreground.NONE, "test")) {
            relay.source("mail.log");
            again(relay, "old");
            line(relay, "a");
            line(relay, "");
            relay.gap(GAP);
            line(relay, "b");
            relay.position(LogPosition.NONE.with("1"));
            relay.behind(7);
            relay.trouble("dd failed");
            relay.idle(Instant.EPOCH);
            line(relay, "c");
        }
        assertThat(told)
                .containsExactly(
                        "from mail.log",
                        "again old",
                        "a",
                        "",
                        "gap TRUNCATED",
                        "b",
                        "position 1",
                        "behind 7",
                        "dd failed",
                        "idle",
                        "c");
    }

    /// More than what is on its way at once, with lines of all lengths.
    @Test
    void losesNothingOfMuch() {
        open.countDown();
        List<String> lines =
                IntStream.range(0, 3_000).mapToObj(i -> i + "x".repeat(i * 37 % 5_000)).toList();
        try (LineRelay relay = new LineRelay(new Told(), Foreground.NONE, "test")) {
            lines.forEach(line -> line(relay, line));
            line(relay, "y".repeat(1 << 20));
        }
        assertThat(told).startsWith(lines.toArray(String[]::new)).hasSize(3_001);
        assertThat(told.getLast()).hasSize(1 << 20);
    }

    /// A few lines, as they come all day, are handed on at once; a long log waits before each
    /// piece.
    @ParameterizedTest
    @CsvSource({"100, 0", "1000, 3"})
    void whereThereIsMuchTheForegroundGoesFirst(int lines, int times) {
        open.countDown();
        AtomicInteger waits = new AtomicInteger();
        try (LineRelay relay = new LineRelay(new Told(), waits::incrementAndGet, "test")) {
            for (int n = 0; n < lines; n++) {
                line(relay, "x".repeat(1_000));
            }
        }
        assertThat(told).hasSize(lines);
        assertThat(waits).hasValue(times);
    }

    @Test
    void whoIsInterruptedHasHandedOnAllTheSame() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        boolean[] interrupted = {false};
        Thread follower =
                Thread.ofPlatform()
                        .start(() -> {
                            try (LineRelay relay =
                                    new LineRelay(new Told(), Foreground.NONE, "test")) {
                                line(relay, "a");
                                relay.position(LogPosition.NONE.with("1"));
                                line(relay, "b");
                                relay.position(LogPosition.NONE.with("2"));
                                waiting.countDown();
                            }
                            interrupted[0] = Thread.currentThread().isInterrupted();
                        });
        waiting.await();
        follower.interrupt();
        follower.join();
        assertThat(told).containsExactly("a", "position 1", "b", "position 2");
        assertThat(interrupted[0]).isTrue();
    }

    @Test
    void aSinkThatFailsIsNotSilent() {
        LineSink failing =
                new Told() {
                    @Override
                    public void line(byte[] bytes, int from, int to) {
                        throw new IllegalArgumentException("a bug");
                    }
                };
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    try (LineRelay relay = new LineRelay(failing, Foreground.NONE, "test")) {
                        for (int i = 0; i < 1_000; i++) {
                            line(relay, "a");
                            relay.idle(Instant.EPOCH);
                        }
                    }
                })
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static void line(LineRelay relay, String line) {
        byte[] bytes = ("(" + line + ")").getBytes(StandardCharsets.UTF_8);
        relay.line(bytes, 1, bytes.length - 1);
    }

    private static void again(LineRelay relay, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        relay.again(bytes, 0, bytes.length);
    }

    private class Told implements LineSink {
        @Override
        public void source(String source) {
            told.add("from " + source);
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            told.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void again(byte[] bytes, int from, int to) {
            told.add("again " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void gap(LogGap gap) {
            told.add("gap " + gap.cause());
        }

        @Override
        public void position(LogPosition position) throws InterruptedException {
            told.add("position " + position.cursor());
            open.await();
        }

        @Override
        public void behind(long bytes) {
            told.add("behind " + bytes);
        }

        @Override
        public void trouble(String message) {
            told.add(message);
        }

        @Override
        public void idle(Instant at) {
            told.add("idle");
        }
    }
}
