package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.LogText;
import org.spoolscope.cli.Faces;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.sim.Profiles;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.ssh.EmbeddedSshServer;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.ServersFile;
import org.spoolscope.store.TestingKeys;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShownText;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The key of a list is in nothing that the console shows, copies, keeps and logs, whatever the
/// lists and the server's dig say. A picture can't be searched: what is drawn of words is what the
/// scene's nodes say, and that is searched on every page, with the lists' details and the dialogs.
@Tag("window")
@SuppressWarnings("NullAway.Init") // before each test
final class ListKeyWindowTest {
    private static final String SECRET = "s3cr3tk3y";
    private static final String ZEN = SECRET + ".zen.dq.spamhaus.net";
    private static final String AUTHBL = SECRET + ".authbl.dq.spamhaus.net";
    private static final String SERVER = "mail4";
    private static final long PATIENCE_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final Set<String> said = new TreeSet<>();
    private final LogText log = LogText.open(Level.FINE);
    private final ExecutorService workers = Workers.start();
    private @TempDir Path folder;
    private KeyedServer asked;
    private EmbeddedSshServer ssh;
    private Subject subject;
    private Console console;
    private Stage stage;
    private AutoCloseable following;

    @BeforeEach
    void open() throws Exception {
        Screen.start();
        SimulatedHost host =
                new SimulatedHost(
                        Profiles.of(3),
                        25,
                        Instant.now().minus(DemoFleet.PAST),
                        InstantSource.system());
        asked = new KeyedServer(host, ZEN, AUTHBL);
        Path identity = folder.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(identity);
        ssh = EmbeddedSshServer.start(0, Files.readString(folder.resolve("id_ed25519.pub")), asked);
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + ssh.port() + " " + ssh.hostKey() + "\n");
        TestingKeys.write(folder, SECRET);
        new ServersFile(folder)
                .add(ServerConfig.of(SERVER, "127.0.0.1").withPort(ssh.port()).withUser("ops"));
        subject =
                Subject.configured(
                        new Faces.Configured(
                                folder,
                                new ServersFile(folder).load(),
                                LogSettings.builtIn(),
                                BlocklistsFile.load(folder)),
                        new SshSettings(
                                "ops",
                                List.of(folder.resolve("known_hosts")),
                                List.of(identity),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(15),
                                3),
                        folder.resolve("state"),
                        false);
        stage = Screen.onScreen(this::show);
    }

    private Stage show() {
        Theme theme = new Theme(Appearance.DARK);
        console = Console.on(subject, theme, new Background(workers), (_, _) -> Optional.empty());
        Scene scene = new Scene(console.root(), 1440, 900);
        theme.apply(scene);
        Stage window = new Stage();
        window.setScene(scene);
        following = console.follow(subject.fleet(), scene);
        window.show();
        window.requestFocus();
        return window;
    }

    /// Ends the window and all that writes; what is in files is there then.
    private void end() throws Exception {
        Screen.onScreen(() -> {
            following.close();
            stage.close();
            return true;
        });
        subject.close();
    }

    @AfterEach
    void close() {
        ssh.close();
        workers.shutdownNow();
        log.close();
    }

    @Test
    void isInNothingThatIsShownCopiedKeptAndLogged() throws Exception {
        await("it is listed", () -> subject.fleet().snapshot().servers().getFirst().hasListing());
        subject.fleet().checkLists(SERVER);
        await("the lists have answered", this::haveAnswered);
        blocklists();
        holdOne();
        everyPage();
        end();

        assertThat(said)
                .anyMatch(text -> text.contains("{key}.zen.dq.spamhaus.net"))
                .anyMatch(text -> text.contains("{key}.authbl.dq.spamhaus.net"))
                .noneMatch(ListKeyWindowTest::tells);
        assertThat(asked.asked)
                .anyMatch(name -> name.endsWith(ZEN))
                .anyMatch(name -> name.endsWith(AUTHBL));
        assertThat(files()).contains("blocklists.toml", "history.sqlite", "window.properties");
        assertThat(files()).anyMatch(name -> name.endsWith("actions.jsonl"));
        assertThat(filesThatTell()).containsExactly("blocklists.toml");
        assertThat(log.lines())
                .anyMatch(line -> line.contains(LogText.OPENED))
                .noneMatch(ListKeyWindowTest::tells);
    }

    private boolean haveAnswered() {
        return subject.fleet().snapshot().servers().getFirst().lists().standings().stream()
                .map(one -> one.check().list() + " " + one.check().verdict())
                .toList()
                .containsAll(
                        List.of(
                                "Spamhaus ZEN (DQS) " + Verdict.LISTED,
                                "Spamhaus AuthBL (DQS) " + Verdict.ERROR));
    }

    /// What is told of both lists, the proof that is copied, both dialogs, and an address by hand.
    private void blocklists() throws Exception {
        go(new Place.Blocklists(""));
        await("the finding", () -> has("finding-proof-Spamhaus ZEN (DQS)"));
        fire("finding-proof-Spamhaus ZEN (DQS)");
        hear();
        robot.interact(() -> node("blocklist-matrix").requestFocus());
        push(KeyCode.ENTER);
        int keyed = 0;
        while (keyed < 2) {
            if (((Labeled) node("blocklist-details-title")).getText().contains("DQS")) {
                keyed++;
                fire("blocklist-details-proof");
                hear();
            }
            push(KeyCode.DOWN);
        }
        push(KeyCode.ESCAPE);

        fire("blocklist-choose");
        hear();
        fire("choose-SpamCop");
        fire("lists-confirm");
        fire("finding-mute-Spamhaus ZEN (DQS)");
        type("mute-reason", "asked on Monday");
        hear();
        fire("mute-confirm");
        push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("192.0.2.77");
        push(KeyCode.ENTER);
        await("it is asked by hand", () -> asked.asked.contains("77.2.0.192." + ZEN));
        hear();
    }

    private void holdOne() throws Exception {
        go(new Place.Queue("queue:deferred"));
        TableView<?> table = (TableView<?>) node("messages");
        await("there is something", () -> !table.getItems().isEmpty());
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        push(KeyCode.H);
        await("the question", () -> has("action-start"));
        type("action-reason", "Spamhaus lists us");
        hear();
        push(KeyCode.ENTER);
        await("it is held", () -> has("toast-undo"));
        hear();
    }

    private void everyPage() {
        for (Place place :
                List.of(
                        new Place.FleetOverview(),
                        new Place.Server(SERVER),
                        new Place.Log(SERVER, ""),
                        new Place.Destinations(SERVER),
                        new Place.Deliverability(SERVER),
                        new Place.Blocklists(SERVER),
                        new Place.Actions())) {
            go(place);
            hear();
        }
    }

    private void go(Place place) {
        robot.interact(() -> console.go(place));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What is shown now, and what can be pasted.
    private void hear() {
        WaitForAsyncUtils.waitForFxEvents();
        Screen.onScreen(() -> {
            Parent root = stage.getScene().getRoot();
            root.applyCss();
            root.layout();
            said.addAll(ShownText.of(root));
            String copied = Clipboard.getSystemClipboard().getString();
            if (copied != null) {
                said.add(copied);
            }
        });
    }

    private static boolean tells(String text) {
        return text.toLowerCase(Locale.ROOT).contains(SECRET);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private List<String> filesThatTell() throws IOException {
        List<String> tell = new ArrayList<>();
        for (String file : files()) {
            if (tells(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))) {
                tell.add(file);
            }
        }
        return tell;
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) node(id);
            field.requestFocus();
            field.setText(text);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    private boolean has(String id) {
        return find(id) != null;
    }

    private @Nullable Node find(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).queryAll().stream()
                .findFirst()
                .orElse(null);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("not in time: " + what, e);
        }
    }
}
