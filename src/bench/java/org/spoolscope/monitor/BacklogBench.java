package org.spoolscope.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.spoolscope.lab.LabLogin;
import org.spoolscope.lab.OpenSsh;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.store.history.MailHistory;

/// A backlog followed to its end over the lab's sshd, against `ssh cat FILE >/dev/null` over an
/// open connection (ControlMaster), in paired rounds. Each line is parsed, folded into the figures,
/// put into the window of the newest ones, and the counts are kept in a history on disk: all that
/// is done to a line in the console. The first two rounds warm up.
///
/// Arguments, or all in one: the lab's folder, its SSH port, a file on the server, rounds.
public final class BacklogBench {
    private BacklogBench() {}

    public static void main(String[] words) throws Exception {
        String[] args = words.length == 1 ? words[0].split(" ") : words;
        LabLogin lab = LabLogin.of(args);
        LogSettings builtIn = LogSettings.builtIn();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (OpenSsh openSsh = new OpenSsh(lab);
                Ssh client = new Ssh(lab.settings());
                SshConnection connection = lab.connect(client)) {
            for (int round = 0; round < Integer.parseInt(args[3]); round++) {
                long start = System.nanoTime();
                openSsh.shared("cat", args[2]);
                double catTook = (System.nanoTime() - start) / 1e9;
                start = System.nanoTime();
                LogSnapshot read = follow(connection, args[2], builtIn);
                double took = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "cat %.2f s, followed %.2f s, %d lines, ratio %.2f%n",
                        catTook, took, read.lines(), took / catTook);
                if (round >= 2) {
                    ours.add(took);
                    theirs.add(catTook);
                }
            }
        }
        System.out.printf("medians: cat %.2f s, followed %.2f s%n", median(theirs), median(ours));
    }

    private static LogSnapshot follow(SshConnection connection, String path, LogSettings builtIn)
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
                            settings,
                            settings.windowBytesOf(1),
                            InstantSource.system(),
                            System::nanoTime);
            try (LineRelay relay = new LineRelay(collector, "counting")) {
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

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
