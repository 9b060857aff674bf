package org.spoolscope.app;

import static org.spoolscope.app.BenchWindow.onScreen;
import static org.spoolscope.app.BenchWindow.steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.spoolscope.lab.LabLogin;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.ProcessCost;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.ui.shell.Place;

/// Whether the window freezes while a large backlog is read (goal L13): opens the console on the
/// lab with a log that is read from its beginning, shows the Log and the Server page in turn until
/// all is read, and prints how long that took and what the frames cost. Nothing is warm.
///
/// Arguments, or all in one: the lab's folder, its SSH port, a file on the server.
public final class BacklogFramesBench {
    private static final long GIVE_UP_SECONDS = 120;

    private BacklogFramesBench() {}

    public static void main(String[] words) throws Exception {
        String[] args = words.length == 1 ? words[0].split(" ") : words;
        LabLogin lab = LabLogin.of(args);
        ServerConfig server = lab.server().withLog(args[2]);
        LogSettings logs =
                LogSettings.builtIn().following(FollowSettings.DEFAULT.withFirstBytes(1L << 40));
        Path folder = Files.createTempDirectory("backlog-frames");
        try (Subject subject = Subject.configured(folder, List.of(server), logs, lab.settings());
                ExecutorService workers = Workers.start()) {
            BenchWindow window = BenchWindow.open(subject, workers);
            FrameTimes times = new FrameTimes(window::doing);
            onScreen(times::start);
            long start = System.nanoTime();
            ProcessCost cost = ProcessCost.start();
            long end = start + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
            while (!isRead(subject) && System.nanoTime() < end) {
                window.go("log", new Place.Log(server.name(), ""));
                steps(10, _ -> {});
                window.go("server", new Place.Server(server.name()));
                steps(10, _ -> {});
            }
            LogSnapshot log = subject.fleet().snapshot().servers().getFirst().log();
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

    private static boolean isRead(Subject subject) {
        LogSnapshot log = subject.fleet().snapshot().servers().getFirst().log();
        return log.lines() > 0 && log.behind() == 0;
    }
}
