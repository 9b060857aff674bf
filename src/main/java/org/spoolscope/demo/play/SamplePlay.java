package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.HostCounters;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `sample`: a frame for each request on standard input, with the kernel's lines as a Linux
/// host would print them.
record SamplePlay(SimulatedHost host) implements Play {
    private static final String NO_PSI = "this kernel has no I/O pressure (PSI)";
    private static final String NO_DISK = "the spool lies on overlay, which is no block device";
    private static final String PARTITION = "/dev/vda1";

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        stdio.print(header(arguments.isEmpty() ? "" : arguments.getFirst()));
        stdio.flush();
        for (String request = stdio.readLine(); request != null; request = stdio.readLine()) {
            if (host.has(Fault.NO_SAMPLER)) {
                return 1;
            }
            StringBuilder frame = new StringBuilder(512);
            if (request.equals("s") || request.equals("d")) {
                HostCounters counters = host.counters();
                sample(frame, counters);
                if (request.equals("d")) {
                    space(frame, counters);
                }
            } else {
                missing(frame, "request", "not understood");
            }
            stdio.print(frame.append(".\n"));
            stdio.flush();
        }
        return 0;
    }

    private String header(String spool) {
        StringBuilder out = new StringBuilder();
        add(out, "sampler", "1");
        add(out, "cpus", String.valueOf(host.profile().processors()));
        add(out, "spool", spool);
        if (host.has(Fault.NO_DISKSTATS)) {
            missing(out, "disk", NO_DISK);
        } else {
            add(out, "device", "vda\t/sys/dev/block/254:1/../stat");
        }
        if (host.has(Fault.NO_PSI)) {
            missing(out, "psi", NO_PSI);
        }
        return out.append(".\n").toString();
    }

    private void sample(StringBuilder out, HostCounters counters) {
        HostCounters.Cpu cpu = counters.cpu();
        add(
                out,
                "uptime",
                String.format(
                        Locale.ROOT, "%.2f %.2f", counters.upMicros() / 1e6, cpu.idle() / 1e6));
        add(
                out,
                "cpu",
                String.format(
                        Locale.ROOT,
                        "cpu  %d 0 %d %d %d 0 0 0 0 0",
                        ticks(cpu.user()),
                        ticks(cpu.system()),
                        ticks(cpu.idle()),
                        ticks(cpu.iowait())));
        if (host.has(Fault.NO_PSI)) {
            missing(out, "psi", NO_PSI);
        } else {
            HostCounters.Pressure io = counters.pressure();
            add(
                    out,
                    "psi",
                    String.format(
                            Locale.ROOT,
                            "some avg10=%.2f avg60=%.2f avg300=%.2f total=%d",
                            io.ten() * 100,
                            io.sixty() * 100,
                            io.threeHundred() * 100,
                            io.totalMicros()));
        }
        HostCounters.Load load = counters.load();
        add(
                out,
                "load",
                String.format(
                        Locale.ROOT,
                        "%.2f %.2f %.2f %d/%d %d",
                        load.one(),
                        load.five(),
                        load.fifteen(),
                        load.running(),
                        187 + load.blocked(),
                        20_000 + counters.upMicros() / 1_000_000 % 10_000));
        memory(out, "MemTotal", counters.memory().total());
        memory(out, "MemFree", counters.memory().available() / 4);
        memory(out, "MemAvailable", counters.memory().available());
        disk(out, counters.disk());
    }

    private void disk(StringBuilder out, HostCounters.Disk disk) {
        if (host.has(Fault.NO_DISKSTATS)) {
            missing(out, "disk", NO_DISK);
            return;
        }
        add(
                out,
                "disk",
                String.format(
                        Locale.ROOT,
                        "%8d %8d %8d %8d %8d %8d %8d %8d %8d %8d %8d 0 0 0 0 0 0",
                        disk.reads(),
                        disk.reads() / 7,
                        disk.sectorsRead(),
                        disk.readMillis(),
                        disk.writes(),
                        disk.writes() / 3,
                        disk.sectorsWritten(),
                        disk.writeMillis(),
                        disk.inFlight(),
                        disk.busyMillis(),
                        disk.weightedMillis()));
    }

    private static void space(StringBuilder out, HostCounters counters) {
        HostCounters.Space space = counters.space();
        df(out, "space", space.total() / 1024, space.free() / 1024);
        df(out, "inodes", space.inodes(), space.inodesFree());
        memory(out, "SwapTotal", counters.memory().swapTotal());
        memory(out, "SwapFree", counters.memory().swapFree());
    }

    private static void df(StringBuilder out, String key, long total, long free) {
        long used = total - free;
        add(
                out,
                key,
                String.format(
                        Locale.ROOT,
                        "%s %d %d %d %d%% /",
                        PARTITION,
                        total,
                        used,
                        free,
                        100 * used / total));
    }

    private static void memory(StringBuilder out, String name, long bytes) {
        add(out, "mem", String.format(Locale.ROOT, "%-15s %8d kB", name + ":", bytes / 1024));
    }

    /// USER_HZ is 100 on every Linux.
    private static long ticks(long micros) {
        return micros / 10_000;
    }

    private static void missing(StringBuilder out, String key, String why) {
        add(out, "missing", key + "\t" + why);
    }

    private static void add(StringBuilder out, String key, String value) {
        out.append(key).append('\t').append(value).append('\n');
    }
}
