package org.spoolscope.dns.blocklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Ways of doing the same, timed in rounds whose order turns; the first is what the others are
/// compared with.
final class Ways {
    private final List<Way> ways = new ArrayList<>();

    interface Work {
        void run() throws Exception;
    }

    private record Way(String name, Work work, List<Double> millis) {}

    Ways add(String name, Work work) {
        ways.add(new Way(name, work, new ArrayList<>()));
        return this;
    }

    /// Prints each way's median, and the median of its ratio to the first, round by round.
    void compare(int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            List<Way> order = new ArrayList<>(ways);
            Collections.rotate(order, i);
            for (Way way : order) {
                long begun = System.nanoTime();
                way.work().run();
                way.millis().add((System.nanoTime() - begun) / 1e6);
            }
        }
        List<Double> base = ways.getFirst().millis();
        for (Way way : ways) {
            double[] ratios = new double[rounds];
            Arrays.setAll(ratios, i -> way.millis().get(i) / base.get(i));
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.0f ms, round by round %.3f x; %s%n",
                    way.name(),
                    median(way.millis().stream().mapToDouble(Double::doubleValue).toArray()),
                    median(ratios),
                    way.millis().stream().map(Math::round).toList());
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
