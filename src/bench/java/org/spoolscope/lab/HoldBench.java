package org.spoolscope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.store.actions.ActionJournal;

/// Holding all messages of the lab's queue, against `ssh HOST 'sudo postsuper -h -' <IDS`, in
/// rounds whose order turns: as the console does it that watches the lab, its journal open on the
/// disk; and as the command `hold --ids`, a process of its own. Ours must say of each message that
/// it is on hold. The queue is released between. Run by `src/lab/compare-holding`, which fills it.
///
/// Arguments: the lab's folder, its SSH port, rounds, the command `spoolscope`.
public final class HoldBench {
    private static final String CONFIG_DIRECTORY = "/etc/postfix";

    private final LabLogin lab;
    private final OpenSsh openSsh;
    private final ActionDesk desk;
    private final Ground ground;
    private final Path spoolscope;
    private final Path folder;
    private final Path ids;
    private final ActionPlan plan;

    private HoldBench(
            LabLogin lab,
            OpenSsh openSsh,
            ActionDesk desk,
            SshConnection connection,
            Path spoolscope,
            Path folder)
            throws Exception {
        this.lab = lab;
        this.openSsh = openSsh;
        this.desk = desk;
        this.spoolscope = spoolscope;
        this.folder = folder;
        this.ids = folder.resolve("ids");
        this.ground = new Ground(connection, ServerProbe.of(connection, InstantSource.system()));
        List<QueuedMessage> messages = list();
        this.plan = Preview.of(Verb.HOLD, messages).plan(lab.server().name(), "a bench");
        Files.write(ids, messages.stream().map(message -> message.id().value()).toList());
        Files.copy(lab.folder().resolve("config/servers.toml"), folder.resolve("servers.toml"));
    }

    public static void main(String[] args) throws Exception {
        LabLogin lab = LabLogin.of(args);
        Path folder = Files.createTempDirectory("hold");
        try (OpenSsh openSsh = new OpenSsh(lab);
                Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh);
                Fleet fleet =
                        Fleet.watching(ssh, List.of(lab.server()), LogSettings.builtIn(), null);
                ActionJournal journal =
                        ActionJournal.open(folder, InstantSource.system(), "bench");
                ActionDesk desk =
                        new ActionDesk(
                                journal, fleet::link, InstantSource.system(), Sleeper.REAL)) {
            awaitQueue(fleet);
            new HoldBench(lab, openSsh, desk, connection, Path.of(args[3]), folder)
                    .compare(Integer.parseInt(args[2]));
        }
    }

    /// The log tells the queue, as in a console that is open.
    private static void awaitQueue(Fleet fleet) throws Exception {
        CompletableFuture<Void> told = new CompletableFuture<>();
        try (var _ =
                fleet.subscribe(snapshot -> {
                    if (snapshot.servers().getFirst().isToldByLog()) {
                        told.complete(null);
                    }
                })) {
            told.get(2, TimeUnit.MINUTES);
        }
    }

    private void compare(int rounds) throws Exception {
        List<Way> ways =
                List.of(
                        new Way("ssh", this::openSsh),
                        new Way("console", this::console),
                        new Way("command", this::command));
        round(ways);
        ways.forEach(way -> way.seconds.clear());
        for (int i = 0; i < rounds; i++) {
            List<Way> order = new ArrayList<>(ways);
            Collections.rotate(order, i);
            round(order);
        }
        System.out.printf(Locale.ROOT, "%d messages, %d rounds%n", plan.targets().size(), rounds);
        for (Way way : ways) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.2f s, %.2f x ssh, round by round %.2f x; %s%n",
                    way.name,
                    median(way.seconds),
                    median(way.seconds) / median(ways.getFirst().seconds),
                    median(way.ratios(ways.getFirst())),
                    way.seconds);
        }
    }

    private void round(List<Way> order) throws Exception {
        for (Way way : order) {
            long begun = System.nanoTime();
            way.work.run();
            way.seconds.add(Math.round((System.nanoTime() - begun) / 1e7) / 100.0);
            openSsh.fresh(ids, "sudo postsuper -H -");
        }
    }

    private void openSsh() throws IOException {
        openSsh.fresh(ids, "sudo postsuper -h -");
    }

    private void console() throws Exception {
        ActionOutcome outcome = desk.start(plan).outcome().get();
        if (outcome.tally().changed() != plan.targets().size()
                || outcome.results().size() != plan.targets().size()) {
            throw new IOException(outcome.tally() + " " + outcome.said());
        }
    }

    private void command() throws Exception {
        ProcessBuilder command =
                new ProcessBuilder(
                        spoolscope.toString(),
                        "hold",
                        lab.server().name(),
                        "--ids",
                        ids.toString(),
                        "--yes",
                        "--json");
        command.environment().put("SPOOLSCOPE_CONFIG", folder.toString());
        command.environment()
                .put("SPOOLSCOPE_JAVA_OPTS", "-Duser.home=" + lab.folder().resolve("operator"));
        Path said = folder.resolve("said");
        int status =
                command.redirectOutput(said.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        long changed;
        try (var lines = Files.lines(said)) {
            changed = lines.filter(line -> line.contains("\"result\":\"changed\"")).count();
        }
        if (status != 0 || changed != plan.targets().size()) {
            throw new IOException("status " + status + ", " + changed + " on hold");
        }
    }

    private List<QueuedMessage> list() throws Exception {
        List<QueuedMessage> messages = new ArrayList<>();
        var lister = new QueueLister(InstantSource.system(), QueueLister.LARGE);
        for (var instance : ground.facts().instances()) {
            if (instance.configDirectory().equals(CONFIG_DIRECTORY)
                    && !(lister.list(ground.connection(), ground.facts(), instance, messages::add)
                            instanceof QueueLister.Outcome.Whole)) {
                throw new IOException("the queue can't be listed");
            }
        }
        return messages;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private interface Work {
        void run() throws Exception;
    }

    /// One way of holding, and how long it took.
    private record Way(String name, Work work, List<Double> seconds) {
        Way(String name, Work work) {
            this(name, work, new ArrayList<>());
        }

        List<Double> ratios(Way base) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < seconds.size(); i++) {
                ratios.add(seconds.get(i) / base.seconds.get(i));
            }
            return ratios;
        }
    }
}
