package org.spoolscope.lab;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// Our listing of the lab's queue against `ssh postqueue -j >/dev/null`, in paired rounds: with a
/// connection of its own per call, and over an open one (ControlMaster). Ours runs over an open one
/// in a warm JVM and turns every record into a message. Run by `src/lab/compare-listing`, which
/// fills the queue.
///
/// Arguments: the lab's folder, its SSH port, rounds.
public final class ListingBench {
    private static final int WARM_UP = 5;
    private static final String POSTQUEUE = "/usr/sbin/postqueue -j";

    private final SshConnection connection;
    private final ServerFacts facts;
    private final QueueLister lister = new QueueLister(InstantSource.system(), QueueLister.LARGE);

    private ListingBench(SshConnection connection) throws Exception {
        this.connection = connection;
        this.facts = ServerProbe.of(connection, InstantSource.system());
    }

    public static void main(String[] args) throws Exception {
        LabLogin lab = LabLogin.of(args);
        try (OpenSsh openSsh = new OpenSsh(lab);
                Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            new ListingBench(connection).compare(openSsh, Integer.parseInt(args[2]));
        }
    }

    private void compare(OpenSsh openSsh, int rounds) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            list();
            openSsh.shared(POSTQUEUE);
        }
        double[] ours = new double[rounds];
        double[] theirsFresh = new double[rounds];
        double[] theirsShared = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            theirsFresh[i] = millis(() -> openSsh.fresh(POSTQUEUE));
            ours[i] = millis(this::list);
            theirsShared[i] = millis(() -> openSsh.shared(POSTQUEUE));
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

    private static double millis(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private interface Work {
        void run() throws Exception;
    }
}
