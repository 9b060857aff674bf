package org.spoolscope.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.monitor.Sleeper;

/// Goal L11 over a real sshd: several logs are written to, renamed, packed, copied, truncated and
/// deleted at random, their clients are started anew, and meanwhile all links are cut, or sshd is
/// killed, again and again. What is read is what was written.
///
/// New sequences begin for `spoolscope.follow.lab.seconds`, from the seed `spoolscope.follow.seed`
/// on; `spoolscope.follow.kinds` are those of [org.spoolscope.monitor.follow.LoggedServer.Kind]. A
/// seed decides what is done, not how it meets with the reading.
@Tag("lab")
final class FollowModelLabTest {
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("spoolscope.follow.lab.seconds", 15));
    private static final int SEED = Integer.getInteger("spoolscope.follow.seed", 1);
    private static final int LANES = 6;

    @RegisterExtension final Lab lab = new Lab();

    private final AtomicInteger seed = new AtomicInteger(SEED);
    private final AtomicInteger sequences = new AtomicInteger();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean over;

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        Lab.delete(lab.folder.resolve("log/follow"));
        long end = System.nanoTime() + TIME.toNanos();
        int cuts = 0;
        int deaths = 0;
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                all.add(
                        lanes.submit(() -> {
                            while (System.nanoTime() < end && !over) {
                                playNext();
                            }
                            return null;
                        }));
            }
            Random random = new Random(SEED);
            while (all.stream().anyMatch(lane -> !lane.isDone())) {
                Sleeper.REAL.sleep(Duration.ofMillis(500 + random.nextInt(2500)));
                if (random.nextInt(4) == 0) {
                    lab.fault("sshd");
                    Sleeper.REAL.sleep(Duration.ofMillis(random.nextInt(1000)));
                    lab.mend("sshd");
                    deaths++;
                } else {
                    lab.fault("cut");
                    cuts++;
                }
            }
            for (Future<?> lane : all) {
                lane.get();
            }
        } finally {
            Lab.delete(lab.folder.resolve("log/follow"));
        }
        System.out.printf(
                "seeds %d to %d: %d sequences, %d lines; %d cuts, sshd killed %d times, clients started anew %d times%n",
                SEED, seed.get() - 1, sequences.get(), lines.get(), cuts, deaths, restarts.get());
    }

    private void playNext() throws IOException, InterruptedException {
        try (ModelLane lane = new ModelLane(lab, seed.getAndIncrement())) {
            lines.addAndGet(lane.play());
            restarts.addAndGet(lane.restarts());
            sequences.incrementAndGet();
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            over = true;
            throw e;
        }
    }
}
