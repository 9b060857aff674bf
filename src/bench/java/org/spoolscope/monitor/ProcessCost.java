package org.spoolscope.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What this process has cost since [#start]. Linux.
///
/// @param cpuNanos of all threads at the start
/// @param nanos by [System#nanoTime] at the start
public record ProcessCost(long cpuNanos, long nanos) {
    private static final double MEBIBYTE = 1 << 20;

    public static ProcessCost start() {
        return new ProcessCost(cpuTime(), System.nanoTime());
    }

    /// CPU seconds per second since the start; resident memory; the heap before and after a
    /// collection, which this method makes.
    public String report() throws IOException {
        double cores = (double) (cpuTime() - cpuNanos) / (System.nanoTime() - nanos);
        String resident = megabytes("VmRSS:");
        String peak = megabytes("VmHWM:");
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
        System.gc();
        double live = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
        return String.format(
                Locale.ROOT,
                "%.2f cores, %s MB resident (peak %s), heap %.0f MB, of which live %.0f MB",
                cores,
                resident,
                peak,
                used,
                live);
    }

    private static long cpuTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String megabytes(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .map(String::valueOf)
                .findFirst()
                .orElse("?");
    }
}
