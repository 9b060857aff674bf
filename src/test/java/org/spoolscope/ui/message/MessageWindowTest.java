package org.spoolscope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it.
@Tag("window")
class MessageWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> lines = new ArrayList<>();
    private final InstantSource clock = InstantSource.fixed(TestingLog.NOW);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final TestingOldLogs old =
            new TestingOldLogs()
                    .file(SearchedFile.State.SEARCHING, 1, 3, "/var/log/mail.log.2.gz")
                    .file(SearchedFile.State.SEARCHING, 2, 3, "/var/log/mail.log.1")
                    .lines(
                            "mail1",
                            true,
                            "2026-03-11T10:00:00+00:00 host postfix/qmgr[1]: CCCCCC1:"
                                    + " from=<news@shop.example>, size=1, nrcpt=1 (queue active)");
    private final MessageViewModel model =
            new MessageViewModel(new Background(workers), clock, new WindowSearch(clock), old);
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    MessageView view =
                            new MessageView(
                                    model,
                                    new Times(ZoneOffset.UTC),
                                    model::find,
                                    (server, id) -> lines.add(server + " " + id));
                    Stage window = new Stage();
                    window.setScene(Screen.scene(view, Appearance.DARK, 960, 700));
                    window.show();
                    window.requestFocus();
                    model.show(
                            new FleetSnapshot(
                                    List.of(
                                            TestingLog.with(
                                                    TestingSnapshot.of("mail1").build(),
                                                    TestingLog.of()
                                                            .campaign("mail1", 30)
                                                            .build()))));
                    return window;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
        workers.shutdownNow();
    }

    private String text(String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private void find(String term) {
        robot.clickOn("#message-search");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(term);
        robot.push(KeyCode.ENTER);
        await(() -> !model.searching().get());
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> Screen.onScreen(() -> condition.call()));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void findsByIdAndLeadsToItsLines() {
        find(TestingLog.id(3));
        assertThat(text("#message-id")).isEqualTo(TestingLog.id(3));
        assertThat(text("#message-from")).isEqualTo("news@shop.example");
        assertThat(text("#message-message-id")).isEqualTo("<3.news@shop.example>");
        robot.clickOn("#message-lines");
        assertThat(lines).containsExactly("mail1 " + TestingLog.id(3));
        robot.clickOn("#message-copy");
        String copied = Screen.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith(TestingLog.id(3) + ": ").contains("Received");
        assertThat(text("#message-copy")).isEqualTo("Copied");
    }

    @Test
    void manyRecipientsDoNotMakeThePageWiderThanTheWindow() {
        TestingLog log = TestingLog.of();
        for (int n = 1; n <= 8; n++) {
            log.line(
                    TestingLog.NOW,
                    "mail1",
                    "smtp",
                    "BBBBBB1: to=<a.long.name."
                            + n
                            + "@university.example>, relay=none, delay=1,"
                            + " delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to"
                            + " mx.example.net[192.0.2.1]:25: Connection timed out)");
        }
        Screen.onScreen(() ->
                model.show(
                        new FleetSnapshot(
                                List.of(
                                        TestingLog.with(
                                                TestingSnapshot.of("mail1").build(),
                                                log.build())))));
        find("BBBBBB1");
        assertThat(text("#message-to")).startsWith("a.long.name.1@university.example, ");
        for (String part : List.of("#message-to", "#message-copy")) {
            Node node = robot.lookup(part).query();
            assertThat(node.localToScene(node.getBoundsInLocal()).getMaxX())
                    .as(part)
                    .isLessThan(node.getScene().getWidth());
        }
    }

    @Test
    void severalAreListedAndTheArrowsChoose() {
        find("news@shop.example");
        assertThat(text("#message-count")).isEqualTo("30 messages found");
        assertThat(text("#message-id")).isEqualTo(TestingLog.id(29));
        robot.interact(() -> robot.lookup("#message-matches").query().requestFocus());
        robot.push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#message-id")).isEqualTo(TestingLog.id(28));
    }

    @Test
    void whatIsNotFoundSaysWhereElseToLook() {
        find("CCCCCC1");
        assertThat(text("#message-id")).isEqualTo("Message");
        assertThat(robot.lookup("No line in memory names CCCCCC1.").tryQuery()).isPresent();
    }

    @Test
    void whatIsNotInMemoryIsOfferedToBeLookedForInOlderLogs() {
        find("CCCCCC1");
        robot.clickOn("#message-old-empty");
        await(() -> model.chosen().get() != null);
        assertThat(text("#message-id")).isEqualTo("CCCCCC1");
        assertThat(text("#message-old-title")).isEqualTo("Looked for CCCCCC1 in older logs");
        robot.clickOn("#message-old-hide");
        assertThat(robot.lookup("#message-old-search").query().isVisible()).isFalse();
        assertThat(text("#message-id")).isEqualTo("CCCCCC1");
    }

    @Test
    void theSearchOfOlderLogsShowsWhereItIsAndCanBeCancelled() throws InterruptedException {
        old.goOn = new CountDownLatch(1);
        find(TestingLog.id(3));
        robot.clickOn("#message-old");
        await(() -> robot.lookup("mail1: /var/log/mail.log.1, file 2 of 3").tryQuery().isPresent());
        assertThat(text("#message-id")).isEqualTo(TestingLog.id(3));
        robot.clickOn("#message-old-cancel");
        assertThat(old.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        await(() -> !model.oldSearch().get().isRunning());
        assertThat(robot.lookup("mail1: cancelled at /var/log/mail.log.1, file 2 of 3.").tryQuery())
                .isPresent();
    }
}
