package org.spoolscope.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.spoolscope.lab.LabLogin;
import org.spoolscope.lab.OpenSsh;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.store.history.MailHistory;

/// A backlog followed to its end over the lab's sshd, against `ssh HOST cat FILE >/dev/null`, both
/// from the login on, in paired rounds. Each line is parsed, folded into the figures, put into the
/// window of the newest ones, and the counts are kept in a history on disk: all that is done to a
/// line in the console. Also printed: the same `cat` over a connection that is open already
/// (ControlMaster), how long our own login took, and the processor time of this process. The first
/// two rounds warm up.
///
/// Arguments, or all in one: the lab's folder, its SSH port, a file on the server, rounds.
public final class BacklogBench {
    private static final int WARM_UP = 2;

    private BacklogBench() {}

    /// Seconds.
    ///
    /// @param cat from the login on
    /// @param openCat over an open connection
    /// @param login ours
    /// @param followed from the login on
    /// @param cpu of all threads of this process
    /// @param lines read
    private record Round(
            double cat, double openCat, double login, double followed, double cpu, long lines) {
        double ratio() {
            return followed / cat;
        }

        double openRatio() {
            return (followed - login) / openCat;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d lines, cat %.2f s, followed %.2f s: %.2f x;"
                            + " without logins %.2f and %.2f s: %.2f x; CPU %.2f s",
                    lines,
                    cat,
                    followed,
                    ratio(),
                    openCat,
                    followed - login,
                    openRatio(),
                    cpu);
        }
    }

    public static void main(String[] words) throws Exception {
        String[] args = words.length == 1 ? words[0].split(" ") : words;
        LabLogin lab = LabLogin.of(args);
        LogSettings builtIn = LogSettings.builtIn();
        List<Round> rounds = new ArrayList<>();
        try (OpenSsh openSsh = new OpenSsh(lab);
                Ssh client = new Ssh(lab.settings())) {
            for (int n = 0; n < WARM_UP + Integer.parseInt(args[3]); n++) {
                Round round = round(lab, openSsh, client, args[2], builtIn);
                System.out.println(round);
                if (n >= WARM_UP) {
                    rounds.add(round);
                }
            }
        }
        System.out.println("medians: " + medians(rounds));
    }

    private static Round round(
            LabLogin lab, OpenSsh openSsh, Ssh client, String path, LogSettings builtIn)
            throws Exception {
        long start = System.nanoTime();
        openSsh.fresh("cat", path);
        double cat = secondsSince(start);
        start = System.nanoTime();
        openSsh.shared("cat", path);
        double openCat = secondsSince(start);
        double cpu = cpuSeconds();
        start = System.nanoTime();
        try (SshConnection connection = lab.connect(client)) {
            double login = secondsSince(start);
            long lines = follow(lab, connection, path, builtIn).lines();
            double followed = secondsSince(start);
            return new Round(cat, openCat, login, followed, cpuSeconds() - cpu, lines);
        }
    }

    private static Round medians(List<Round> rounds) {
        return new Round(
                median(rounds, Round::cat),
                median(rounds, Round::openCat),
                median(rounds, Round::login),
                median(rounds, Round::followed),
                median(rounds, Round::cpu),
                rounds.getLast().lines());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).sorted().toArray()[rounds.size() / 2];
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static LogSnapshot follow(
            LabLogin lab, SshConnection connection, String path, LogSettings builtIn)
            throws Exception {
        Path folder = Files.createTempDirectory("backlog");
        Inbox inbox = new Inbox();
        AtomicReference<LogSnapshot> last = new AtomicReference<>();
        Thread writer = Thread.ofVirtual().start(() -> drain(inbox, last));
        try (MailHistory history = MailHistory.open(folder.resolve("history.sqlite"))) {
            LogSettings settings = builtIn.keeping(history);
            LogCollector collector =
                    new LogCollector(
                            "lab",
                            inbox,
                            new QueueFeed(
                                    lab.server(),
                                    inbox,
                                    new NextLook(),
                                    Duration.ofSeconds(1),
                                    InstantSource.system(),
                                    System::nanoTime),
                            settings,
                            settings.windowBytesOf(1),
                            InstantSource.system(),
                            System::nanoTime);
            collector.begin(
                    ServerProbe.of(connection, InstantSource.system()),
                    List.of(new LogSource.File(path, "")));
            try (LineRelay relay = new LineRelay(collector, Foreground.NONE, "counting")) {
                new LogFollower(
                                connection,
                                List.of(path),
                                LogPosition.NONE,
                                relay,
                                settings.follow().withFirstBytes(1L << 40),
                                InstantSource.system(),
                                _ -> {
                                    throw new InterruptedException("live");
                                },
                                () -> 0)
                        .run();
            } catch (InterruptedException e) {
                // All was read: the first pause.
            }
            collector.end();
            collector.behind(0);
        }
        inbox.post(new Observation.LogRead(LogSnapshot.NONE));
        writer.join();
        return Objects.requireNonNull(last.get());
    }

    private static void drain(Inbox inbox, AtomicReference<LogSnapshot> last) {
        try {
            while (true) {
                for (Observation observation : inbox.take()) {
                    if (observation instanceof Observation.LogRead(LogSnapshot read)) {
                        if (read.equals(LogSnapshot.NONE)) {
                            return;
                        }
                        last.set(read);
                    }
                }
            }
        } catch (InterruptedException e) {
            // Ended.
        }
    }

    /// Of this process, all of its threads.
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
