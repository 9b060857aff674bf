package org.spoolscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshSettings;

/// Our listing of the lab's queue against `ssh postqueue -j >/dev/null`, in paired rounds: with a
/// connection of its own per call, and over an open one (ControlMaster). Ours runs over an open one
/// in a warm JVM and turns every record into a message. Run by `src/lab/compare-listing`, which
/// fills the queue.
///
/// Arguments: the lab's folder, its SSH port, rounds.
public final class ListingBench {
    private static final int WARM_UP = 5;

    private final SshConnection connection;
    private final ServerFacts facts;
    private final QueueLister lister = new QueueLister(InstantSource.system(), QueueLister.LARGE);

    private ListingBench(SshConnection connection) throws Exception {
        this.connection = connection;
        this.facts = ServerProbe.of(connection, InstantSource.system());
    }

    public static void main(String[] args) throws Exception {
        Path operator = Path.of(args[0], "operator", ".ssh");
        int port = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        SshSettings settings =
                new SshSettings(
                        "ops",
                        List.of(operator.resolve("known_hosts")),
                        List.of(operator.resolve("id_ed25519")),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(15),
                        3);
        try (Ssh ssh = new Ssh(settings);
                SshConnection connection =
                        ssh.connect(
                                ServerConfig.of("lab", "127.0.0.1").withPort(port),
                                Passphrases.NONE)) {
            new ListingBench(connection).compare(operator, port, rounds);
        }
    }

    private void compare(Path operator, int port, int rounds) throws Exception {
        List<String> fresh = openSsh(operator, port, "-o", "ControlPath=none");
        String socket = operator.resolve("control").toString();
        List<String> shared = openSsh(operator, port, "-o", "ControlPath=" + socket);
        run(openSsh(operator, port, "-MNf", "-o", "ControlPath=" + socket));
        try {
            for (int i = 0; i < WARM_UP; i++) {
                list();
                run(shared);
            }
            double[] ours = new double[rounds];
            double[] theirsFresh = new double[rounds];
            double[] theirsShared = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                theirsFresh[i] = millis(() -> run(fresh));
                ours[i] = millis(this::list);
                theirsShared[i] = millis(() -> run(shared));
            }
            double median = median(ours);
            System.out.printf(
                    "%d messages, %d rounds, medians: ours %.0f ms, ssh over an open connection"
                            + " %.0f ms (ratio %.2f), ssh that connects %.0f ms (ratio %.2f)%n",
                    list(),
                    rounds,
                    median,
                    median(theirsShared),
                    median / median(theirsShared),
                    median(theirsFresh),
                    median / median(theirsFresh));
        } finally {
            run(openSsh(operator, port, "-O", "exit", "-o", "ControlPath=" + socket));
        }
    }

    private int list() throws Exception {
        List<QueuedMessage> messages = new ArrayList<>();
        Instance instance = facts.instances().getFirst();
        QueueLister.Outcome outcome = lister.list(connection, facts, instance, messages::add);
        if (!(outcome instanceof QueueLister.Outcome.Whole)) {
            throw new IOException(outcome.toString());
        }
        return messages.size();
    }

    private static List<String> openSsh(Path operator, int port, String... options) {
        List<String> line = new ArrayList<>(List.of("ssh", "-F", "none", "-o", "BatchMode=yes"));
        line.addAll(List.of("-o", "UserKnownHostsFile=" + operator.resolve("known_hosts")));
        line.addAll(List.of("-i", operator.resolve("id_ed25519").toString()));
        line.addAll(List.of("-p", String.valueOf(port)));
        line.addAll(List.of(options));
        line.add("ops@127.0.0.1");
        if (!List.of(options).contains("-MNf") && !List.of(options).contains("-O")) {
            line.add("/usr/sbin/postqueue -j");
        }
        return line;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
        return status;
    }

    private static double millis(Callable<Integer> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
