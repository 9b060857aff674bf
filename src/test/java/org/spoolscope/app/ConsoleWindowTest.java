package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.DemoServer;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.store.ServersFile;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.queue.QueueRow;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.util.WaitForAsyncUtils;

/// The whole console as a person uses it, over real SSH to simulated servers.
@Tag("window")
@Tag("display")
@SuppressWarnings("NullAway.Init") // by open, with which each test begins
class ConsoleWindowTest {
    private static final long PATIENCE_SECONDS = 40;

    private final ConsoleRobot robot = new ConsoleRobot();
    private @TempDir Path folder;
    private DemoFleet demo;
    private ServersFile file;
    private TestingConsole window;

    /// `mail1` is known; `mail2` has never been connected to.
    @BeforeEach
    void open() throws Exception {
        Screen.start();
        demo = DemoFleet.start(25, 2, 1);
        demo.forgetHostKey("mail2");
        ServerConfig known = demo.servers().getFirst();
        file = new ServersFile(folder);
        file.add(known);
        window = new TestingConsole(demo, folder, List.of(known), Appearance.LIGHT, 960, 760);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aServerIsAddedWatchedSearchedLostAndFoundAgain() throws Exception {
        robot.await(
                "mail1 is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
        assertThat(focused()).isEqualTo("go-fleet");

        addByItsForm(demo.servers().getLast());
        assertThat(file.load()).extracting(ServerConfig::name).containsExactly("mail1", "mail2");
        robot.await(
                "mail2 is live", () -> robot.text("#status-live").equals("2 of 2 servers live"));
        assertThat(robot.text("#server-name")).isEqualTo("mail2");
        await(snapshot ->
                snapshot.servers().size() == 2
                        && snapshot.servers().stream().allMatch(server -> server.hasListing()));

        Predicate<QueueRow> matches =
                row -> row.server().equals("mail1") && row.message().queue() == QueueName.DEFERRED;
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.await(
                "both queues are listed",
                () -> robot.text("#queue-summary").contains("on 2 servers"));
        robot.write("/");
        assertThat(focused()).isEqualTo("filter");
        robot.write("server:mail1 queue:deferred");
        robot.await(
                "the filter narrows", () -> !rows().isEmpty() && rows().stream().allMatch(matches));
        openTheFirstMessage();
        loseAndRegain(demo.host("mail2"));
    }

    private void addByItsForm(ServerConfig server) throws Exception {
        robot.click("#add-server");
        type("#server-name", server.name());
        type("#server-host", server.host());
        type("#server-user", String.valueOf(server.user()));
        type("#server-port", String.valueOf(server.port()));
        type("#server-identity", String.valueOf(server.identity()));
        robot.click("#server-test");
        robot.await("the key is asked about", () -> robot.isThere("#host-key-fingerprint"));
        assertThat(robot.text("#host-key-fingerprint"))
                .isEqualTo(fingerprint(demo.host(server.name()).hostKey()));
        robot.click("#host-key-accept");
        robot.await("the test passes", () -> robot.isThere("#capabilities"));
        robot.click("#server-save");
        robot.await("the form closes", () -> !robot.isThere("#server-dialog"));
    }

    private void openTheFirstMessage() throws Exception {
        robot.push(KeyCode.ENTER); // from the filter to the messages
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        robot.await("the details open", () -> robot.isThere("#details"));
        QueueRow open = Screen.onScreen(() -> messages().getSelectionModel().getSelectedItem());
        assertThat(robot.text("#details-id")).isEqualTo(open.message().id().value());
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.isThere("#details")).isFalse();
    }

    private void loseAndRegain(DemoServer server) throws Exception {
        server.inject(Fault.LOSE_LINK);
        robot.await(
                "the link is lost", () -> robot.text("#status-live").equals("1 of 2 servers live"));
        robot.await(
                "the list says so",
                () ->
                        texts("#queue-notes .label").stream()
                                .anyMatch(note -> note.startsWith(server.name() + ": no link")));
        server.clear(Fault.LOSE_LINK);
        robot.await(
                "the link is back", () -> robot.text("#status-live").equals("2 of 2 servers live"));
        robot.await("nothing is left to say", () -> !robot.isThere("#queue-notes"));
        server.dropConnections();
        await(snapshot ->
                snapshot.server(server.name()).stream().noneMatch(now -> now.link().isUp()));
        robot.await(
                "it connects again",
                () -> robot.text("#status-live").equals("2 of 2 servers live"));
    }

    @Test
    void theNavigationShowsTheWholeQueueAndTheWayBackTheFilter() throws Exception {
        robot.await(
                "mail1 is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
        robot.click("#go-server-mail1");
        robot.click("#server-open-queue");
        robot.await("its queue is shown", () -> typed("#filter").equals("server:\"mail1\""));
        robot.click("#go-queue");
        assertThat(typed("#filter")).isEmpty();
        robot.write("/to:/");
        assertThat(typed("#filter")).isEqualTo("to:/");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(typed("#filter")).isEqualTo("server:\"mail1\"");
        robot.click("#go-fleet");
        robot.write("/");
        assertThat(focused()).isEqualTo("search");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(typed("#filter")).isEqualTo("server:\"mail1\"");
    }

    @Test
    void thePagesOfTheLogAreReachedByKeyboardAndByTheNavigation() throws Exception {
        robot.await(
                "mail1 is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.await("the log page", () -> isShown("#log-page"));
        robot.write("/");
        assertThat(focused()).isEqualTo("filter");
        robot.write("status:deferred");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.await("the destinations page", () -> isShown("#destinations-page"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.await("the log page again", () -> isShown("#log-page"));
        assertThat(robot.lookup("#filter").queryTextInputControl().getText())
                .isEqualTo("status:deferred");
        robot.click("#log-find");
        robot.await("the message page", () -> isShown("#message-page"));
        robot.write("/");
        assertThat(focused()).isEqualTo("message-search");
        robot.click("#go-log");
        robot.await("the log page with all lines", () -> isShown("#log-page"));
        assertThat(robot.lookup("#filter").queryTextInputControl().getText()).isEmpty();
    }

    @Test
    void theKeyboardGoesOnOnThePageThatIsGoneTo() throws Exception {
        robot.await(
                "mail1 is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
        robot.write("/");
        robot.push(KeyCode.ALT, KeyCode.LEFT); // there is nowhere to go back to
        assertThat(focused()).isEqualTo("search");
        List<String> pages =
                List.of(
                        "card-mail1 on go-fleet",
                        "messages on go-queue",
                        "log-lines on go-log",
                        "destinations on go-destinations",
                        "blocklist-matrix on go-blocklists",
                        "deliverability-found on go-deliverability",
                        "actions on go-actions");
        // Two have nothing to show before something is known.
        List<String> empty =
                List.of("go-blocklists on go-blocklists", "go-deliverability on go-deliverability");
        for (int page = 0; page < pages.size(); page++) {
            robot.push(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + (page + 1)));
            String at = focused() + " on " + current();
            if (!empty.contains(at)) {
                assertThat(at).isEqualTo(pages.get(page));
            }
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("server-page");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("card-mail1");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("go-server-mail1");
        robot.push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("go-server-mail1");
    }

    @Test
    void theKeyboardFollowsToAMessageAndBack() throws Exception {
        robot.await(
                "mail1 is live", () -> robot.text("#status-live").equals("1 of 1 servers live"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(focused()).isEqualTo("log-lines");
        robot.await("a message's line", () -> !ids().isEmpty());
        // A click may miss: the lines move.
        Screen.onScreen(() -> window.console().go(new Place.Message("mail1", ids().getFirst())));
        robot.await("its steps", () -> focusOwner().equals("message-steps"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(focused()).isEqualTo("log-lines");
    }

    /// Of the messages whose lines are shown. On the JavaFX thread.
    private List<String> ids() {
        return robot.lookup(".ss-line .ss-link").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /// The page of the navigation that is marked.
    private String current() {
        PseudoClass current = PseudoClass.getPseudoClass("current");
        return robot.lookup(".ss-navigation-item").queryAll().stream()
                .filter(item -> item.getPseudoClassStates().contains(current))
                .map(Node::getId)
                .collect(Collectors.joining());
    }

    private boolean isShown(String page) {
        return robot.lookup(page).tryQuery().isPresent();
    }

    private void await(Predicate<FleetSnapshot> state) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (var _ = window.fleet.subscribe(snapshot -> countDownIf(state.test(snapshot), seen))) {
            countDownIf(state.test(window.fleet.snapshot()), seen);
            assertThat(seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void countDownIf(boolean reached, CountDownLatch seen) {
        if (reached) {
            seen.countDown();
        }
    }

    private void type(String query, String text) {
        robot.click(query);
        robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    }

    private List<String> texts(String query) {
        return robot.lookup(query).queryAllAs(javafx.scene.control.Label.class).stream()
                .map(javafx.scene.control.Label::getText)
                .toList();
    }

    private String typed(String query) {
        return robot.lookup(query).queryTextInputControl().getText();
    }

    private String focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return Screen.onScreen(this::focusOwner);
    }

    /// On the JavaFX thread.
    private String focusOwner() {
        return String.valueOf(window.stage.getScene().getFocusOwner().getId());
    }

    private TableView<QueueRow> messages() {
        return robot.lookup("#messages").queryTableView();
    }

    /// On the JavaFX thread.
    private List<QueueRow> rows() {
        return List.copyOf(messages().getItems());
    }

    /// As OpenSSH prints it: SHA-256 of the key, in base64 without padding.
    private static String fingerprint(String hostKey) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(hostKey.split(" ")[1]);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }
}
