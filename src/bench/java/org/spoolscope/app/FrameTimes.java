package org.spoolscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Measures what frames cost on the JavaFX thread, 60 of them a second, and how long that thread
/// keeps other work waiting.
///
/// A frame is counted from the start of its pulse to the moment the thread is free again: model to
/// nodes, CSS, layout, waiting for the renderer, hand-over to it, and what was queued before its
/// end. An empty task sent in every [#PROBE_MILLIS] shows the waits, whatever their cause.
final class FrameTimes extends AnimationTimer {
    private static final long PROBE_MILLIS = 2;
    private static final int WORST = 8;

    /// A frame in which nothing changed costs less.
    private static final long IDLE_NANOS = 500_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// @param nanos wall time
    /// @param cpuNanos of the JavaFX thread
    private record Frame(long nanos, long cpuNanos, String doing) {}

    private final Supplier<String> doing;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Frame> waits = new ArrayList<>();
    private final Thread probe = Thread.ofPlatform().daemon().unstarted(this::probe);

    /// @param doing what is shown at the moment, for the list of the worst
    FrameTimes(Supplier<String> doing) {
        this.doing = doing;
    }

    @Override
    public void start() {
        super.start();
        probe.start();
    }

    @Override
    public void stop() {
        super.stop();
        probe.interrupt();
    }

    @Override
    public void handle(long now) {
        long start = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        String at = doing.get();
        Platform.runLater(() ->
                frames.add(
                        new Frame(
                                System.nanoTime() - start,
                                THREADS.getCurrentThreadCpuTime() - cpu,
                                at)));
    }

    private void probe() {
        try {
            while (true) {
                CountDownLatch reached = new CountDownLatch(1);
                long start = System.nanoTime();
                Platform.runLater(reached::countDown);
                reached.await();
                waits.add(new Frame(System.nanoTime() - start, 0, doing.get()));
                TimeUnit.MILLISECONDS.sleep(PROBE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Told to stop.
        }
    }

    /// After [#stop], not on the JavaFX thread: it waits until that has noted the last frame.
    void print() throws InterruptedException {
        probe.join();
        CountDownLatch noted = new CountDownLatch(1);
        Platform.runLater(noted::countDown);
        noted.await();
        print("frames", frames, Frame::nanos);
        List<Frame> busy = frames.stream().filter(f -> f.nanos() > IDLE_NANOS).toList();
        print("  that changed", busy, Frame::nanos);
        print("  CPU of those", busy, Frame::cpuNanos);
        print("thread taken", waits, Frame::nanos);
        busy.stream()
                .collect(Collectors.groupingBy(Frame::doing, TreeMap::new, Collectors.toList()))
                .forEach((doing, some) -> print("  " + doing, some, Frame::nanos));
        frames.stream()
                .sorted(Comparator.comparingLong(Frame::nanos).reversed())
                .limit(WORST)
                .forEach(frame ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %6.1f ms, CPU %6.1f ms: %s%n",
                                frame.nanos() / 1e6,
                                frame.cpuNanos() / 1e6,
                                frame.doing()));
    }

    private static void print(String what, List<Frame> frames, ToLongFunction<Frame> nanos) {
        long[] sorted = frames.stream().mapToLong(nanos).sorted().toArray();
        int count = sorted.length;
        if (count > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %6d: median %5.1f, p99 %5.1f, max %5.1f ms; over 16 ms %d (%.2f %%)%n",
                    what,
                    count,
                    sorted[count / 2] / 1e6,
                    sorted[count * 99 / 100] / 1e6,
                    sorted[count - 1] / 1e6,
                    frames.stream().filter(f -> nanos.applyAsLong(f) > 16_000_000).count(),
                    100.0
                            * frames.stream().filter(f -> nanos.applyAsLong(f) > 16_000_000).count()
                            / count);
        }
    }
}
