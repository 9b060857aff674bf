package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.demo.sim.QueueChange;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;
import org.spoolscope.store.actions.ActionJournal;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Actions as a person does them, over real SSH on simulated servers. Each step is drawn, for
/// people to look at.
@Tag("window")
@Tag("display")
@SuppressWarnings("NullAway.Init") // by open, with which each test begins
class ActionsWindowTest {
    private static final long PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private @TempDir Path folder;
    private DemoFleet demo;
    private TestingConsole window;
    private String suffix = "";

    private void open(int server, Appearance appearance, int width, int height) throws Exception {
        open(server, false, appearance, width, height);
    }

    private void open(int server, boolean readOnly, Appearance appearance, int width, int height)
            throws Exception {
        Screen.start();
        suffix = "-" + appearance.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        demo = DemoFleet.start(25, server + 1, 1);
        ServerConfig config = demo.servers().get(server).withReadOnly(readOnly);
        window = new TestingConsole(demo, folder, List.of(config), appearance, width, height);
        await("it is listed", () -> window.fleet.snapshot().servers().getFirst().hasListing());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1024, 700"})
    void holdsWhatIsSelectedAndTakesItBack(Appearance appearance, int width, int height)
            throws Exception {
        open(1, appearance, width, height);
        queue("queue:deferred");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        await("hold applies", () -> !find("#queue-hold").isDisabled());
        int count = table("#messages").getItems().size();
        assertThat(find("#queue-hold").getAccessibleText())
                .isEqualTo("Hold " + count + " selected");
        assertThat(find("#queue-release").isDisabled()).isTrue();
        draw("queue-selected");

        robot.push(KeyCode.H);
        await("the question", () -> has("#action-start"));
        assertThat(text("#action-start")).isEqualTo("Hold " + count + " messages");
        assertThat(text("#action-servers")).isEqualTo("mail2");
        assertThat(text("#action-undo-sentence")).startsWith("This can be undone");
        type("#action-reason", "the provider is down");
        draw("action-hold");
        robot.push(KeyCode.ENTER);
        await("it is held", () -> has("#toast-undo") && !has("#action-dialog"));
        assertThat(held()).isGreaterThanOrEqualTo(count - 2);
        assertThat(text("#toast-text")).startsWith("Asked " + count + ": ").contains("on hold");
        draw("action-toast");

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        await("it is released", () -> held() == 0);
        await("it is said", () -> text("#toast-text").contains("released"));

        Screen.onScreen(() -> window.console().go(new Place.Actions()));
        await("both are kept", () -> table("#actions").getItems().size() == 2);
        Screen.onScreen(() -> {
            table("#actions").requestFocus();
            table("#actions").getSelectionModel().select(1);
        });
        draw("actions-page-table");
        robot.push(KeyCode.ENTER);
        await("the details", () -> has("#action-detail-name"));
        draw("actions-page");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900", "DARK, 1024, 700"})
    void deletesAfterATimeOfGraceThatCanBeUndone(Appearance appearance, int width, int height)
            throws Exception {
        open(0, appearance, width, height);
        queue("queue:deferred");
        await("delete applies", () -> !find("#queue-delete").isDisabled());
        assertThat(find("#queue-delete").getAccessibleText()).endsWith(" matching");
        robot.push(KeyCode.DELETE);
        await("the question", () -> has("#action-start"));
        String title = text("#action-start");
        String count = title.replaceAll("\\D", "");
        assertThat(find("#action-start").isDisabled()).isTrue();
        draw("action-delete");
        type("#action-count", "12");
        robot.push(KeyCode.ENTER);
        assertThat(find("#action-start").isDisabled()).isTrue();
        type("#action-count", count);
        assertThat(find("#action-start").isDisabled()).isFalse();
        robot.push(KeyCode.ENTER);
        draw("action-running");
        await(
                "it waits",
                () ->
                        window.actions.gate().desk().orElseThrow().records().getFirst().until()
                                != null);
        await("it is said", () -> has("#action-close") || has("#toast-undo"));
        if (has("#action-dialog")) { // some were delivered meanwhile
            draw("action-outcome");
            assertThat(find("#action-outliers")).isInstanceOf(ListView.class);
            click("#action-close");
        }
        await("until when", () -> has("#toast-detail"));
        assertThat(text("#toast-detail")).startsWith("Until ");

        Screen.onScreen(() -> window.console().go(new Place.Actions()));
        await("it is in the band", () -> has("#actions-waiting .button"));
        draw("actions-waiting");
        int before = held();
        assertThat(before).isGreaterThan(500);
        click("#actions-waiting .button");
        await("nothing is deleted", () -> held() == 0);
        await("both are in the list", () -> table("#actions").getItems().size() == 2);
        assertThat(demo.host("mail1").host().totals().getFirst().deleted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1024, 700"})
    void aRefusalSaysWhatWouldAllowIt(Appearance appearance, int width, int height)
            throws Exception {
        open(2, appearance, width, height);
        queue("age>5h");
        robot.push(KeyCode.H);
        await("the question", () -> has("#action-start"));
        click("#action-start");
        await("it is refused", () -> has("#action-grant"));
        assertThat(text("#action-end-mail3")).contains("refused");
        assertThat(robot.lookup("#action-grant .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(line -> line.endsWith("NOPASSWD: /usr/sbin/postsuper -h -"));
        draw("action-refused");
    }

    @Test
    void whatAnInterruptionLeftOnHoldIsReleased() throws Exception {
        open(1, Appearance.DARK, 1440, 900);
        SimulatedHost host = demo.host("mail2").host();
        List<Target> left =
                host.queue("/etc/postfix").stream()
                        .filter(message -> message.queue() == QueueName.DEFERRED)
                        .limit(3)
                        .map(Target::of)
                        .toList();
        List<String> ids = left.stream().map(one -> one.id().value()).toList();
        host.change("/etc/postfix", QueueChange.HOLD, ids);
        interrupted(left);
        Screen.onScreen(() -> window.console().go(new Place.Actions()));
        await("it is there", () -> table("#actions").getItems().size() == 1);
        await(
                "they are seen on hold",
                () ->
                        window.fleet
                                        .snapshot()
                                        .servers()
                                        .getFirst()
                                        .messages()
                                        .filter(message -> ids.contains(message.id().value()))
                                        .filter(message -> message.queue() == QueueName.HOLD)
                                        .count()
                                == 3);
        Screen.onScreen(() -> {
            table("#actions").requestFocus();
            table("#actions").getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        await("the details", () -> has("#action-details-release"));
        click("#action-details-release");
        await("the question", () -> has("#action-start"));
        assertThat(text("#action-start")).isEqualTo("Release 3 messages");
        click("#action-start");
        await("it is said", () -> has("#toast-text"));
        assertThat(text("#toast-text")).isEqualTo("Asked 3: 3 released.");
    }

    /// Another program writes that it was interrupted.
    private void interrupted(List<Target> leftOnHold) throws IOException {
        try (ActionJournal journal = ActionJournal.open(folder, demo.clock(), "kari")) {
            String action = journal.plan(ActionPlan.on("mail2", Verb.DELETE, leftOnHold, "spam"));
            journal.ended(
                    action,
                    new Tally(0, 0, 0, 0, leftOnHold.size()),
                    leftOnHold.stream()
                            .map(one ->
                                    new Outlier("-", one.id(), Result.FAILED, Outlier.LEFT_ON_HOLD))
                            .toList());
        }
    }

    @Test
    void tooManyRetriesAreAFlush() throws Exception {
        open(0, Appearance.DARK, 1440, 900);
        queue("queue:deferred domain:bigmail.example");
        robot.push(KeyCode.R);
        await("why not", () -> has("#action-too-many"));
        assertThat(has("#action-start")).isFalse();
        assertThat(text("#action-flush-site")).isEqualTo("Flush deferred mail for bigmail.example");
        draw("action-too-many");
        click("#action-flush-site");
        await("the question", () -> has("#action-start"));
        draw("action-flush");
        click("#action-start");
        await("it is asked", () -> has("#toast"));
        assertThat(text("#toast-text")).isEqualTo("Postfix was asked to try it again.");
        assertThat(has("#toast-undo")).isFalse();
    }

    @Test
    void nothingIsDoneWhereItIsReadOnly() throws Exception {
        open(1, true, Appearance.LIGHT, 1440, 900);
        draw("fleet-read-only");
        queue("queue:deferred");
        await("why not", () -> text("#queue-refusal").contains("mail2 is read-only"));
        assertThat(find("#queue-hold").isDisabled()).isTrue();
        robot.push(KeyCode.H);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(has("#action-dialog")).isFalse();
        draw("queue-read-only");
    }

    @Test
    void theWholeConsoleIsReadOnlyAtTheSwitch() throws Exception {
        open(1, Appearance.DARK, 1024, 700);
        queue("queue:deferred");
        await("hold applies", () -> !find("#queue-hold").isDisabled());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        await("why not", () -> text("#queue-refusal").contains("Spoolscope is read-only"));
        assertThat(find("#queue-hold").isDisabled()).isTrue();
        assertThat(text("#read-only-switch")).isEqualTo("Read-only");
        draw("queue-all-read-only");
        click("#read-only-switch");
        await("hold applies", () -> !find("#queue-hold").isDisabled());
    }

    /// Filters, and takes the focus to the table, with nothing selected.
    private void queue(String filter) throws Exception {
        Screen.onScreen(() -> window.console().go(new Place.Queue(filter)));
        await("there is something", () -> !table("#messages").getItems().isEmpty());
        Screen.onScreen(() -> table("#messages").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// How many messages are on hold, not counting those that are held on arrival.
    private int held() {
        String name = window.fleet.snapshot().servers().getFirst().name();
        SimulatedHost host = demo.host(name).host();
        return (int)
                host.instances().stream()
                        .flatMap(instance -> host.queue(instance.configDirectory()).stream())
                        .filter(message -> message.queue() == QueueName.HOLD)
                        .filter(message ->
                                message.recipients().stream().anyMatch(to -> to.reason() != null))
                        .count();
    }

    private void draw(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Screen.picture(window.stage.getScene());
        Screen.save(Screen.picture(window.stage.getScene()), name + suffix);
    }

    private Node find(String query) {
        return robot.lookup(query).query();
    }

    private boolean has(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(ActionsWindowTest::isShown);
    }

    private static boolean isShown(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private TableView<?> table(String query) {
        return robot.lookup(query).queryTableView();
    }

    private String text(String query) {
        return Screen.onScreen(() -> robot.lookup(query).queryLabeled().getText());
    }

    private void type(String field, String text) {
        Screen.onScreen(() -> {
            TextInputControl input = robot.lookup(field).queryTextInputControl();
            input.requestFocus();
            input.setText(text);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(String query) {
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not in time: " + what, e);
        }
    }
}
