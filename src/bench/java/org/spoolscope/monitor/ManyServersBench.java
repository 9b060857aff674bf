package org.spoolscope.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ssh.Ssh;

/// What it costs to watch 50 servers at the default pace: the simulation of the 50, their SSH
/// servers, and the monitor, all in this process. Prints what a minute takes after the start and a
/// warm-up. How to run it: docs/benchmarks.md.
public final class ManyServersBench {
    private static final int SERVERS = 50;
    private static final long SEED = 1;
    private static final long WARM_UP_SECONDS = 45;
    private static final long MEASURED_SECONDS = 60;

    private ManyServersBench() {}

    public static void main(String[] args) throws Exception {
        try (DemoFleet demo = DemoFleet.start(SEED, SERVERS, 1);
                Ssh ssh = new Ssh(demo.settings());
                Fleet fleet =
                        new Fleet(
                                ssh,
                                demo.servers(),
                                MonitorSettings.DEFAULT,
                                LogSettings.builtIn(),
                                InstantSource.system(),
                                Sleeper.REAL,
                                new Random(SEED))) {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            int before = samples(fleet.snapshot());
            ProcessCost cost = ProcessCost.start();
            TimeUnit.SECONDS.sleep(MEASURED_SECONDS);
            FleetSnapshot after = fleet.snapshot();
            System.out.printf(
                    Locale.ROOT,
                    "%d servers online, %.1f samples/s, %d messages queued, %s%n%s%n",
                    after.servers().stream().filter(server -> server.link().isUp()).count(),
                    (double) (samples(after) - before) / MEASURED_SECONDS,
                    after.servers().stream().flatMap(ServerSnapshot::messages).count(),
                    roundTrip(after),
                    cost.report());
        }
        // MINA keeps threads of its own that would hold the process open.
        System.exit(0);
    }

    private static int samples(FleetSnapshot fleet) {
        return fleet.servers().stream().mapToInt(server -> server.history().size()).sum();
    }

    private static String roundTrip(FleetSnapshot fleet) {
        List<Duration> sorted = new ArrayList<>();
        for (ServerSnapshot server : fleet.servers()) {
            if (server.link() instanceof Link.Online(_, Duration roundTrip)) {
                sorted.add(Objects.requireNonNull(roundTrip));
            }
        }
        sorted.sort(null);
        return sorted.isEmpty()
                ? "no round trip"
                : String.format(
                        Locale.ROOT,
                        "round trip %.1f ms (median)",
                        sorted.get(sorted.size() / 2).toNanos() / 1e6);
    }
}
