package org.spoolscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.spoolscope.cli.ExitStatus;
import org.spoolscope.cli.Faces;
import org.spoolscope.cli.Failure;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.ui.message.LatestMessage;
import org.spoolscope.ui.shell.Place;

/// The faces that the command line opens.
final class Windows implements Faces {
    private static final Page FLEET = new Page("fleet", false);
    private static final Page QUEUE = new Page("queue", false);
    private static final Page SERVER = new Page("server", true);
    private static final Page LOG = new Page("log", false);
    private static final Page MESSAGE = new Page("message", false);
    private static final Page DESTINATIONS = new Page("destinations", false);
    private static final Page BLOCKLISTS = new Page("blocklists", false);
    private static final Page DELIVERABILITY = new Page("deliverability", false);
    private static final Page ACTIONS = new Page("actions", false);
    private static final List<Page> OF_THE_LOG = List.of(FLEET, SERVER, LOG, MESSAGE, DESTINATIONS);

    /// A picture of the demo shows some twenty simulated minutes, sampled in a few seconds.
    private static final double PICTURE_SPEED = 120;

    private static final MonitorSettings PICTURE_PACE =
            new MonitorSettings(
                    Duration.ofMillis(40),
                    15,
                    Duration.ofMillis(200),
                    0.5,
                    Duration.ofSeconds(5),
                    Duration.ofMillis(200),
                    0.4,
                    2,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(1),
                    1800);
    private static final int DEMO_SAMPLES = 220;
    private static final int SAMPLES = 3;
    private static final int DEMO_SERVERS = 3;

    private final SshSettings ssh;

    Windows(SshSettings ssh) {
        this.ssh = ssh;
    }

    @Override
    public int console(Configuration configuration, boolean readOnly)
            throws Failure, NoDisplayException, InterruptedException {
        Display.require();
        ConsoleWindow.<Failure>open(() -> {
            Configured configured = configuration.read();
            return Subject.configured(configured, ssh, configured.folder(), readOnly);
        });
        return ExitStatus.OK;
    }

    @Override
    public int demo(int servers, double speed, boolean readOnly)
            throws NoDisplayException, InterruptedException, IOException {
        Display.require();
        ConsoleWindow.<IOException>open(
                () -> Subject.demo(servers, speed, MonitorSettings.DEFAULT, readOnly));
        return ExitStatus.OK;
    }

    @Override
    public int screenshot(Configuration configuration, Screenshot picture)
            throws Failure, InterruptedException, IOException {
        Path journal = Files.createTempDirectory("spoolscope-picture");
        try (Subject subject =
                picture.demo()
                        ? Subject.demo(
                                DEMO_SERVERS, PICTURE_SPEED, PICTURE_PACE, picture.readOnly())
                        : Subject.configured(
                                configuration.read(), ssh, journal, picture.readOnly())) {
            PagePicture.write(
                    subject,
                    snapshot -> place(picture, snapshot, subject.clock()),
                    picture.width(),
                    picture.height(),
                    picture.dark(),
                    picture.demo() ? DEMO_SAMPLES : SAMPLES,
                    OF_THE_LOG.contains(picture.page()),
                    picture.file());
        } finally {
            Files.deleteIfExists(journal.resolve("actions.jsonl"));
            Files.deleteIfExists(journal.resolve("actions.lock"));
            Files.deleteIfExists(journal);
        }
        return ExitStatus.OK;
    }

    @Override
    public List<Page> pages() {
        return List.of(
                FLEET,
                QUEUE,
                SERVER,
                LOG,
                MESSAGE,
                DESTINATIONS,
                BLOCKLISTS,
                DELIVERABILITY,
                ACTIONS);
    }

    private static Place place(Screenshot picture, FleetSnapshot snapshot, InstantSource clock) {
        return switch (picture.page().name()) {
            case "queue" ->
                    new Place.Queue(picture.server() == null ? "" : "server:" + picture.server());
            case "server" -> new Place.Server(Objects.requireNonNull(picture.server()));
            case "log" -> new Place.Log("", "");
            case "destinations" -> new Place.Destinations("");
            case "blocklists" -> new Place.Blocklists("");
            case "deliverability" ->
                    new Place.Deliverability(Objects.requireNonNullElse(picture.server(), ""));
            case "actions" -> new Place.Actions();
            case "message" ->
                    LatestMessage.in(snapshot, clock)
                            .map(found -> new Place.Message(found.server(), found.term()))
                            .orElse(new Place.Message("", ""));
            default -> new Place.FleetOverview();
        };
    }
}
