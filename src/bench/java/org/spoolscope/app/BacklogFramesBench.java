package org.spoolscope.app;

import static org.spoolscope.app.BenchWindow.onScreen;
import static org.spoolscope.app.BenchWindow.steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.spoolscope.cli.Faces.Configured;
import org.spoolscope.lab.LabLogin;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.ProcessCost;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.ui.shell.Place;

/// Whether the window freezes while a large backlog is read (goal L13): opens the console without a
/// server, walks through its pages until they are warm, then adds the lab, shows its Log and its
/// Server page in turn until all of the log is read, and prints how long that took and what the
/// frames cost.
///
/// Arguments, or all in one: the lab's folder, its SSH port, a file on the server.
public final class BacklogFramesBench {
    private static final int WARM_UP_WALKS = 20;
    private static final long GIVE_UP_SECONDS = 120;

    private BacklogFramesBench() {}

    public static void main(String[] words) throws Exception {
        String[] args = words.length == 1 ? words[0].split(" ") : words;
        LabLogin lab = LabLogin.of(args);
        ServerConfig server = lab.server().withLog(args[2]);
        LogSettings logs =
                LogSettings.builtIn().following(FollowSettings.DEFAULT.withFirstBytes(1L << 40));
        Path folder = Files.createTempDirectory("backlog-frames");
        try (Subject subject =
                        Subject.configured(
                                new Configured(
                                        folder,
                                        List.of(),
                                        logs,
                                        new Catalogue(List.of(), Map.of())),
                                lab.settings(),
                                folder,
                                false);
                ExecutorService workers = Workers.start()) {
            BenchWindow window = BenchWindow.open(subject, workers);
            for (int n = 0; n < WARM_UP_WALKS; n++) {
                walk(window, server.name());
            }
            FrameTimes times = new FrameTimes(window::doing);
            onScreen(times::start);
            ProcessCost cost = ProcessCost.start();
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
            subject.fleet().add(server);
            while (!isRead(subject) && System.nanoTime() < end) {
                walk(window, server.name());
            }
            LogSnapshot log = log(subject);
            System.out.printf(
                    Locale.ROOT,
                    "%d lines read after %.1f s, %d bytes left%n%s%n",
                    log.lines(),
                    (System.nanoTime() - start) / 1e9,
                    log.behind(),
                    cost.report());
            onScreen(times::stop);
            times.print();
        }
        System.exit(0);
    }

    private static void walk(BenchWindow window, String server) throws InterruptedException {
        window.go("log", new Place.Log(server, ""));
        steps(10, _ -> {});
        window.go("server", new Place.Server(server));
        steps(10, _ -> {});
    }

    private static LogSnapshot log(Subject subject) {
        return subject.fleet().snapshot().servers().getFirst().log();
    }

    private static boolean isRead(Subject subject) {
        LogSnapshot log = log(subject);
        return log.lines() > 0 && log.behind() == 0;
    }
}
