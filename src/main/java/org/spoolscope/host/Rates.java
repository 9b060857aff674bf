package org.spoolscope.host;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.HostSample.Cpu;
import org.spoolscope.model.HostSample.Disk;
import org.spoolscope.model.Reading;

/// What two frames tell together: differences of the kernel's counters over its own clock.
///
/// @param before null for the first frame
record Rates(@Nullable Frame before, Frame now) {
    private static final String FIRST = "needs a second sample";
    private static final String BACKWARDS = "the kernel's counters went backwards";
    private static final double MICROSECONDS = 1e6;
    private static final double MILLISECONDS = 1e3;

    /// Columns of `/proc/stat` (proc(5)). Guest time is part of user time and not read again.
    private static final int CPU_COLUMNS = 8;

    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;
    private static final int IRQ = 5;
    private static final int SOFTIRQ = 6;
    private static final int STEAL = 7;

    /// On a live kernel iowait and idle may step back a little (proc(5)); in ticks of 1/100 s.
    private static final long TOLERATED_TICKS = 20;

    /// Columns of `/sys/dev/block/…/stat` (Documentation/block/stat.rst); milliseconds.
    private static final int DISK_COLUMNS = 11;

    private static final int READS = 0;
    private static final int READ_MILLIS = 3;
    private static final int WRITES = 4;
    private static final int WRITE_MILLIS = 7;
    private static final int BUSY_MILLIS = 9;

    /// As vmstat(8) and sar(1) divide it: nice counts as user, interrupts as system.
    Reading<Cpu> cpu() {
        long[] counters = numbers(now, "cpu");
        if (counters.length < 4) {
            return now.notAvailable("cpu");
        }
        if (before == null) {
            return Reading.notAvailable(FIRST);
        }
        long[] old = numbers(before, "cpu");
        long[] spent = new long[CPU_COLUMNS];
        double all = 0;
        for (int i = 0; i < CPU_COLUMNS; i++) {
            long ticks = grown(counters, old, i);
            if (ticks < -TOLERATED_TICKS || old.length == 0) {
                return Reading.notAvailable(BACKWARDS);
            }
            spent[i] = Math.max(0, ticks);
            all += spent[i];
        }
        if (all <= 0) {
            return Reading.notAvailable("no CPU time passed between two samples");
        }
        return Reading.of(
                new Cpu(
                        (spent[USER] + spent[NICE]) / all,
                        (spent[SYSTEM] + spent[IRQ] + spent[SOFTIRQ]) / all,
                        spent[IOWAIT] / all,
                        spent[STEAL] / all,
                        spent[IDLE] / all));
    }

    /// From the `total=` of the `some` line, in microseconds: sharper than the kernel's averages.
    Reading<Double> ioPressure() {
        long total = stalled(now);
        if (total < 0) {
            return now.notAvailable("psi");
        }
        if (before == null) {
            return Reading.notAvailable(FIRST);
        }
        double seconds = seconds();
        long old = stalled(before);
        if (old < 0 || total < old || !(seconds > 0)) {
            return Reading.notAvailable(BACKWARDS);
        }
        return Reading.of(Math.clamp((total - old) / MICROSECONDS / seconds, 0.0, 1.0));
    }

    Reading<Disk> disk(String device) {
        long[] counters = numbers(now, "disk");
        if (counters.length < DISK_COLUMNS) {
            return now.notAvailable("disk");
        }
        if (before == null) {
            return Reading.notAvailable(FIRST);
        }
        long[] old = numbers(before, "disk");
        double seconds = seconds();
        long requests = grown(counters, old, READS) + grown(counters, old, WRITES);
        long waited = grown(counters, old, READ_MILLIS) + grown(counters, old, WRITE_MILLIS);
        long busy = grown(counters, old, BUSY_MILLIS);
        if (old.length < DISK_COLUMNS || backwards(counters, old) || !(seconds > 0)) {
            return Reading.notAvailable(BACKWARDS);
        }
        return Reading.of(
                new Disk(
                        device,
                        requests == 0 ? 0 : (double) waited / requests,
                        Math.clamp(busy / MILLISECONDS / seconds, 0.0, 1.0),
                        requests / seconds));
    }

    private static boolean backwards(long[] counters, long[] old) {
        return grown(counters, old, READS) < 0
                || grown(counters, old, WRITES) < 0
                || grown(counters, old, READ_MILLIS) < 0
                || grown(counters, old, WRITE_MILLIS) < 0
                || grown(counters, old, BUSY_MILLIS) < 0;
    }

    private static long grown(long[] counters, long[] old, int column) {
        return at(counters, column) - at(old, column);
    }

    /// Between the frames, by the server's monotonic clock; NaN when it does not tell.
    private double seconds() {
        return before == null ? Double.NaN : now.uptime() - before.uptime();
    }

    private static long stalled(Frame frame) {
        String line = frame.value("psi");
        int at = line.indexOf("total=");
        long[] numbers = at < 0 ? new long[0] : Numbers.in(line.substring(at + "total=".length()));
        return numbers.length == 0 ? -1 : numbers[0];
    }

    private static long[] numbers(Frame frame, String key) {
        return Numbers.in(frame.value(key));
    }

    private static long at(long[] numbers, int index) {
        return index < numbers.length ? numbers[index] : 0;
    }
}
