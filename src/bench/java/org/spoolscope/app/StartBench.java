package org.spoolscope.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spoolscope.monitor.Sleeper;

/// How long the packaged program takes from its start to the first painted window, against
/// [HelloWindow] on the JDK; and `spoolscope --version` against `java -version`. Whole processes,
/// in rounds whose order turns. What is painted is read from the picture of an Xvfb display. Run by
/// `installer/compare-start`.
///
/// Arguments: rounds, the display's picture, the JDK's `java`, JavaFX's folder, the folder of this
/// class, the packaged `spoolscope`.
public final class StartBench {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int EVERY_ROW = 12;

    /// Text on a ground, with its smoothed edges.
    private static final int PAINTED = 4;

    private static final int MORE_ROUNDS_OF_VERSIONS = 4;
    private static final Duration PAUSE = Duration.ofMillis(4);

    private final IntBuffer picture;

    private StartBench(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            this.picture =
                    all.slice(all.capacity() - WIDTH * HEIGHT * 4, WIDTH * HEIGHT * 4)
                            .order(ByteOrder.nativeOrder())
                            .asIntBuffer();
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        StartBench bench = new StartBench(Path.of(args[1]));
        String java = args[2];
        String spoolscope = args[5];
        compare(
                rounds,
                new Way(
                        "hello window",
                        bench::untilPainted,
                        java,
                        "--module-path",
                        args[3],
                        "--add-modules",
                        "javafx.controls",
                        "--enable-native-access=javafx.graphics",
                        "-cp",
                        args[4],
                        HelloWindow.class.getName()),
                new Way("spoolscope", bench::untilPainted, spoolscope));
        compare(
                rounds * MORE_ROUNDS_OF_VERSIONS,
                new Way("java -version", StartBench::untilEnded, java, "-version"),
                new Way("spoolscope --version", StartBench::untilEnded, spoolscope, "--version"));
    }

    private static void compare(int rounds, Way... ways) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            List<Way> order = new ArrayList<>(List.of(ways));
            Collections.rotate(order, round);
            for (Way way : order) {
                double millis = way.measure.of(way.command) / 1e6;
                if (round > 0) { // the first one warms the disk's cache
                    way.millis.add(millis);
                }
            }
        }
        for (Way way : ways) {
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, i -> way.millis.get(i) / ways[0].millis.get(i));
            System.out.printf(
                    Locale.ROOT,
                    "%-20s median %.0f ms, round by round %.2f x%n",
                    way.name,
                    median(way.millis.stream().mapToDouble(Double::doubleValue).toArray()),
                    median(ratios));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private long untilPainted(List<String> command) throws Exception {
        while (colours() > 1) {
            Sleeper.REAL.sleep(PAUSE);
        }
        Path folder = Files.createTempDirectory("start");
        long begun = System.nanoTime();
        Process window = start(command, folder);
        try {
            while (colours() < PAINTED) {
                if (!window.isAlive()) {
                    throw new IOException(command + " ended with " + window.exitValue());
                }
                Sleeper.REAL.sleep(PAUSE);
            }
            return System.nanoTime() - begun;
        } finally {
            window.destroyForcibly().waitFor();
        }
    }

    private static long untilEnded(List<String> command) throws Exception {
        long begun = System.nanoTime();
        int status = start(command, Path.of(System.getProperty("java.io.tmpdir"))).waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
        return System.nanoTime() - begun;
    }

    private static Process start(List<String> command, Path configuration) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("SPOOLSCOPE_CONFIG", configuration.toString());
        return process.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private int colours() {
        Set<Integer> seen = new HashSet<>();
        for (int row = EVERY_ROW / 2; row < HEIGHT && seen.size() < PAINTED; row += EVERY_ROW) {
            for (int column = 0; column < WIDTH; column++) {
                seen.add(picture.get(row * WIDTH + column));
            }
        }
        return seen.size();
    }

    private interface Measure {
        /// Nanoseconds.
        long of(List<String> command) throws Exception;
    }

    private record Way(String name, Measure measure, List<String> command, List<Double> millis) {
        Way(String name, Measure measure, String... command) {
            this(name, measure, List.of(command), new ArrayList<>());
        }
    }
}
