package org.spoolscope.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.follow.FollowSettings;
import org.spoolscope.monitor.follow.LineSink;
import org.spoolscope.monitor.follow.LogFollower;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshSettings;

/// A backlog followed to its end over the lab's sshd, against `ssh cat FILE >/dev/null` over an
/// open connection (ControlMaster), in paired rounds in a warm JVM. What is measured is reading and
/// cutting into lines, not parsing.
///
/// Arguments: the lab's folder, its SSH port, a file on the server, rounds.
public final class BacklogBench {
    private BacklogBench() {}

    public static void main(String[] args) throws Exception {
        Path operator = Path.of(args[0], "operator", ".ssh");
        int port = Integer.parseInt(args[1]);
        SshSettings settings =
                new SshSettings(
                        "ops",
                        List.of(operator.resolve("known_hosts")),
                        List.of(operator.resolve("id_ed25519")),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(15),
                        3);
        List<String> ssh =
                List.of(
                        "ssh",
                        "-o",
                        "ControlPath=" + operator.resolve("mux"),
                        "-o",
                        "UserKnownHostsFile=" + operator.resolve("known_hosts"),
                        "-i",
                        operator.resolve("id_ed25519").toString(),
                        "-p",
                        String.valueOf(port),
                        "ops@127.0.0.1");
        List<String> master = new ArrayList<>(ssh);
        master.addAll(1, List.of("-o", "ControlMaster=auto", "-o", "ControlPersist=300"));
        master.add("true");
        var _ = new ProcessBuilder(master).inheritIO().start().waitFor();
        List<String> cat = new ArrayList<>(ssh);
        cat.addAll(List.of("cat", args[2]));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Ssh client = new Ssh(settings);
                SshConnection connection =
                        client.connect(
                                ServerConfig.of("lab", "127.0.0.1").withPort(port),
                                Passphrases.NONE)) {
            for (int round = 0; round < Integer.parseInt(args[3]); round++) {
                long start = System.nanoTime();
                var _ =
                        new ProcessBuilder(cat)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor();
                double catTook = (System.nanoTime() - start) / 1e9;
                start = System.nanoTime();
                Counting counting = follow(connection, args[2]);
                double took = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "cat %.2f s, followed %.2f s, %d lines, %d bytes, ratio %.2f%n",
                        catTook, took, counting.lines, counting.bytes, took / catTook);
                if (round >= 2) {
                    ours.add(took);
                    theirs.add(catTook);
                }
            }
        }
        System.out.printf("medians: cat %.2f s, followed %.2f s%n", median(theirs), median(ours));
    }

    private static Counting follow(SshConnection connection, String path) {
        Counting counting = new Counting();
        try {
            new LogFollower(
                            connection,
                            List.of(path),
                            LogPosition.NONE,
                            counting,
                            FollowSettings.DEFAULT.withFirstBytes(1L << 40),
                            InstantSource.system(),
                            _ -> {
                                throw new InterruptedException("live");
                            },
                            () -> 0)
                    .run();
        } catch (InterruptedException e) {
            // All was read: the first pause.
        }
        return counting;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static final class Counting implements LineSink {
        private long lines;
        private long bytes;

        @Override
        public void line(byte[] from, int start, int end) {
            lines++;
            bytes += end - start + 1;
        }

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void position(LogPosition position) {}
    }
}
