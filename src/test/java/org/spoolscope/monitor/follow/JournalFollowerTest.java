package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolscope.postfix.follow.LogPosition;

@Timeout(30)
class JournalFollowerTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final FollowSettings SETTINGS =
            FollowSettings.DEFAULT.withPace(SHORT, SHORT, SHORT);

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final List<List<String>> started = new ArrayList<>();
    private final Idle handed = new Idle();

    /// Rates of a quiet server would stand still.
    @Test
    void timePassesWhenNothingIsLogged() throws Exception {
        handed.expected = 1;
        Thread following = follow();
        assertThat(handed.idle.await(100, TimeUnit.MILLISECONDS)).as("before any entry").isFalse();
        printed.add(entry(1));
        assertThat(handed.idle.await(20, TimeUnit.SECONDS)).isTrue();

        following.interrupt();
        following.join();
        assertThat(started).hasSize(1);
        assertThat(handed.troubles).isEmpty();
    }

    /// It is said, and read on from the last entry.
    @Test
    void journalctlEnds() throws Exception {
        handed.expected = 2;
        Thread following = follow();
        printed.add(entry(1));
        printed.add("");
        printed.add(entry(1));
        printed.add(entry(2));
        assertThat(handed.idle.await(20, TimeUnit.SECONDS)).isTrue();
        following.interrupt();
        following.join();

        assertThat(handed.all)
                .extracting(line -> line.substring(line.length() - 2))
                .containsExactly("m1", "m2");
        assertThat(handed.troubles).hasSize(1);
        assertThat(started.get(1).getFirst()).isEqualTo("c1");
    }

    private Thread follow() {
        JournalFollower follower =
                new JournalFollower(
                        new Printed(),
                        LogPosition.NONE,
                        handed,
                        SETTINGS,
                        InstantSource.system(),
                        pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()));
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        follower.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static String entry(int n) {
        return """
        {"__CURSOR":"c%d","__REALTIME_TIMESTAMP":"%d000000","SYSLOG_IDENTIFIER":"postfix/smtp",\
        "SYSLOG_FACILITY":"2","MESSAGE":"m%d"}
        """
                .formatted(n, n, n);
    }

    /// What is put into the queue; an empty text is the end.
    private final class Printed implements JournalFollower.Journal {
        @Override
        public List<String> identifiers() {
            return List.of("postfix/smtp", "cron");
        }

        @Override
        public JournalFollower.Stream follow(List<String> arguments) {
            started.add(arguments);
            InputStream in =
                    new InputStream() {
                        @Override
                        public int read() {
                            throw new IllegalStateException();
                        }

                        @Override
                        public int read(byte[] bytes, int offset, int length) throws IOException {
                            try {
                                byte[] next = printed.take().getBytes(StandardCharsets.UTF_8);
                                System.arraycopy(next, 0, bytes, offset, next.length);
                                return next.length == 0 ? -1 : next.length;
                            } catch (InterruptedException e) {
                                throw new InterruptedIOException();
                            }
                        }
                    };
            return new JournalFollower.Stream() {
                @Override
                public InputStream entries() {
                    return in;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Idle extends Handed {
        private final CountDownLatch idle = new CountDownLatch(1);
        private volatile int expected;

        @Override
        public void idle(Instant at) {
            if (all.size() == expected) {
                idle.countDown();
            }
        }
    }
}
