package org.spoolscope.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSource;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.MeasuredFigures;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.ShownText;
import org.spoolscope.ui.ShowsAddressesAgain;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.AddressHiding;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it.
@Tag("window")
@ExtendWith(ShowsAddressesAgain.class)
class LogWindowTest {
    private static final InstantSource CLOCK = InstantSource.fixed(TestingLog.NOW);

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private final LogViewModel model =
            new LogViewModel(
                    new Background(Runnable::run, Runnable::run), CLOCK, TestingJudgement.BUILT_IN);
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    LogView view =
                            new LogView(
                                    model,
                                    new Times(ZoneOffset.UTC),
                                    CLOCK,
                                    (server, id) -> opened.add(server + " " + id));
                    Stage window = new Stage();
                    window.setScene(Screen.scene(view, Appearance.DARK, 960, 700));
                    window.show();
                    window.requestFocus();
                    return window;
                });
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
    }

    private void show(TestingLog log) {
        FleetSnapshot fleet =
                new FleetSnapshot(
                        List.of(TestingLog.with(TestingSnapshot.of("mail1").build(), log.build())));
        Screen.onScreen(() -> model.show(fleet));
        settle();
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        Screen.onScreen(() -> {
            Node root = Objects.requireNonNull(stage).getScene().getRoot();
            root.applyCss();
            ((javafx.scene.Parent) root).layout();
        });
    }

    private static TestingLog numbered(int lines) {
        TestingLog log = TestingLog.of();
        for (int i = 0; i < lines; i++) {
            add(log, i);
        }
        return log;
    }

    private static void add(TestingLog log, int number) {
        Instant at = TestingLog.NOW.plusMillis(10L * number);
        log.line(at, "mail1", "qmgr", String.format("%06X: removed", 0x100000 + number));
    }

    private LineList list() {
        return (LineList) robot.lookup("#log-lines").query();
    }

    private String text(String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private List<String> ids() {
        return Screen.onScreen(() -> {
            List<String> ids = new ArrayList<>();
            for (Node node : list().getChildrenUnmodifiable()) {
                LogRow row = node instanceof LineRow line ? line.shown() : null;
                if (row != null) {
                    ids.add(row.id().toString());
                }
            }
            return ids;
        });
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    private void focusList() {
        robot.interact(() -> list().requestFocus());
    }

    @Test
    void followsTheTailWithAsManyNodesAsAreInView() {
        TestingLog log = numbered(5_000);
        show(log);
        assertThat(ids()).last().isEqualTo("101387");
        assertThat(ids().size()).isLessThan(40);
        add(log, 5_000);
        show(log);
        assertThat(ids()).last().isEqualTo("101388");
        assertThat(text("#log-follow")).isEqualTo("Following");
    }

    @Test
    void scrollingUpFreezesAndThePillGoesBack() {
        TestingLog log = numbered(500);
        show(log);
        Screen.onScreen(() -> list().fireEvent(Screen.wheel(220)));
        settle();
        List<String> before = ids();
        assertThat(text("#log-follow")).isEqualTo("Follow");
        for (int i = 500; i < 503; i++) {
            add(log, i);
        }
        show(log);
        assertThat(ids()).isEqualTo(before);
        assertThat(text("#log-new-lines")).isEqualTo("3 new lines ↓");
        assertThat(text("#log-foot")).isEqualTo("503 lines, frozen");
        robot.clickOn("#log-new-lines");
        settle();
        assertThat(ids()).last().isEqualTo("1001F6");
        assertThat(robot.lookup("#log-new-lines").query().isVisible()).isFalse();
    }

    @Test
    void theKeyboardMovesFreezesAndFollows() {
        show(numbered(500));
        focusList();
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(text("#log-line-text")).contains("1001F2: removed");
        press(KeyCode.HOME);
        assertThat(ids()).first().isEqualTo("100000");
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.END);
        assertThat(ids()).last().isEqualTo("1001F3");
        assertThat(text("#log-follow")).isEqualTo("Following");
        press(KeyCode.SPACE);
        assertThat(text("#log-follow")).isEqualTo("Follow");
        press(KeyCode.SPACE);
        assertThat(text("#log-follow")).isEqualTo("Following");
    }

    @Test
    void enterAndAClickOnTheIdOpenTheMessage() {
        show(numbered(500));
        focusList();
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly("mail1 1001F3");
        robot.clickOn("1001F0");
        assertThat(opened).last().isEqualTo("mail1 1001F0");
        assertThat(text("#log-open")).isEqualTo("Open 1001F0");
        robot.clickOn("#log-open");
        assertThat(opened).hasSize(3);
    }

    @Test
    void selectedLinesAreCopiedWhole() {
        show(numbered(500));
        focusList();
        press(KeyCode.UP);
        press(KeyCode.SHIFT, KeyCode.UP);
        assertThat(text("#log-foot")).isEqualTo("2 selected");
        press(KeyCode.CONTROL, KeyCode.C);
        String copied = Screen.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("2026-03-13T"))
                .first()
                .asString()
                .endsWith("postfix/qmgr[4711]: 1001F2: removed");
        press(KeyCode.CONTROL, KeyCode.A);
        assertThat(text("#log-foot")).isEqualTo("500 selected");
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#log-line").query().isVisible()).isFalse();
    }

    @Test
    void theSelectionStaysWithItsLines() {
        TestingLog log = numbered(500);
        show(log);
        focusList();
        press(KeyCode.UP);
        String before = text("#log-line-text");
        for (int i = 500; i < 600; i++) {
            add(log, i);
        }
        show(log);
        assertThat(text("#log-line-text")).isEqualTo(before);
        assertThat(ids()).contains("1001F3");
    }

    @Test
    void theFilterNarrowsTheListAndAMistakeNamesItsColumn() {
        show(TestingLog.of().campaign("mail1", 60).counted(2, 0));
        robot.clickOn("#filter");
        robot.write("event:removed");
        settle();
        assertThat(text("#log-summary")).contains(" match");
        assertThat(ids()).isNotEmpty();
        robot.interact(() -> robot.lookup("#filter").queryTextInputControl().setText("delay>3x"));
        settle();
        assertThat(text("#filter-mistake")).startsWith("Column 8: ");
        robot.clickOn("#log-other");
        settle();
        assertThat(robot.lookup("#filter").queryTextInputControl().getText())
                .isEqualTo("event:other");
        robot.clickOn("#log-show-all");
        settle();
        assertThat(ids()).isNotEmpty();
    }

    @Test
    void whatIsNotReadableSaysWhatGrantsItAndCopiesThat() {
        show(
                TestingLog.of()
                        .source(
                                new LogSource.Unreadable(
                                        "/var/log/mail.log",
                                        "permission denied",
                                        "usermod -aG adm ops")));
        robot.clickOn("#log-grant-copy");
        assertThat(Screen.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("usermod -aG adm ops");
        assertThat(text("#log-grant-copy")).isEqualTo("Copied");
    }

    /// Prints what a second of 10,000 lines costs: the search in the background, and the JavaFX
    /// thread per frame, over a window of hundreds of thousands of lines.
    @Test
    void tenThousandLinesASecondCostLittle() {
        TestingLog log = TestingLog.of().keeping(128 << 20).campaign("mail1", 60_000);
        long start = System.nanoTime();
        show(log);
        double first = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        robot.interact(
                () -> robot.lookup("#filter").queryTextInputControl().setText("status:bounced"));
        double filtered = (System.nanoTime() - start) / 1e6;
        robot.interact(() -> robot.lookup("#filter").queryTextInputControl().setText(""));
        List<Double> frames = new ArrayList<>();
        for (int frame = 0; frame < 240; frame++) {
            log.campaign("mail1", 30);
            FleetSnapshot fleet =
                    new FleetSnapshot(
                            List.of(
                                    TestingLog.with(
                                            TestingSnapshot.of("mail1").build(), log.build())));
            Screen.onScreen(() -> {
                long before = System.nanoTime();
                model.show(fleet);
                javafx.scene.Parent root = Objects.requireNonNull(stage).getScene().getRoot();
                root.applyCss();
                root.layout();
                frames.add((System.nanoTime() - before) / 1e6);
            });
        }
        List<Double> warm = frames.subList(120, 240).stream().sorted().toList();
        MeasuredFigures.note(
                "log page, window of %,d lines".formatted(list().answer().size()),
                "first search %.0f ms, a filter %.0f ms; 150 lines more: search, text and layout"
                                .formatted(first, filtered)
                        + " together median %.1f ms, 95 of 100 below %.1f ms"
                                .formatted(warm.get(60), warm.get(114)));
        assertThat(list().answer().size()).isGreaterThan(300_000);
    }

    private LineRow row(int index) {
        return Screen.onScreen(() ->
                list().getChildrenUnmodifiable().stream()
                        .filter(node -> node instanceof LineRow line && line.shown() != null)
                        .map(LineRow.class::cast)
                        .sorted(Comparator.comparingDouble(Node::getLayoutY))
                        .toList()
                        .get(index));
    }

    private static boolean is(Node row, String state) {
        return row.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    @Test
    void aLineIsColouredByWhatItMeansAndSaysSoInAWord() {
        TestingLog log = TestingLog.of();
        String[] statuses = {"sent", "deferred", "bounced"};
        for (String status : statuses) {
            log.line(
                    TestingLog.NOW,
                    "mail1",
                    "smtp",
                    "AAAAAA1: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1,"
                            + " dsn=2.0.0, status="
                            + status
                            + " (so)");
        }
        show(log);
        for (int i = 0; i < statuses.length; i++) {
            LineRow row = row(i);
            assertThat(is(row, statuses[i])).as(statuses[i]).isTrue();
            assertThat(row.getAccessibleText()).contains(" " + statuses[i] + " smtp");
        }
        assertThat(is(row(0), "bounced")).isFalse();
    }

    /// Nobody knows where they name somebody.
    @Test
    void whatOtherProgramsSayIsHiddenWithTheAddresses() {
        String said = "imap(jane): Login: subject=secret plan, rip=192.0.2.1";
        show(TestingLog.of().line("Mar 13 13:32:07 mail1 dovecot: " + said));
        robot.interact(() -> list().requestFocus());
        press(KeyCode.UP);
        assertThat(texts()).anyMatch(text -> text.contains(said));

        Screen.onScreen(() -> AddressHiding.hide(true));
        settle();
        assertThat(texts()).anyMatch(text -> text.contains("dovecot"));
        assertThat(texts())
                .noneMatch(text -> text.contains("jane"))
                .noneMatch(text -> text.contains("secret"));
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(Screen.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .contains("dovecot")
                .doesNotContain("jane")
                .doesNotContain("secret");
    }

    private Set<String> texts() {
        Callable<Set<String>> texts =
                () -> ShownText.of(Objects.requireNonNull(stage).getScene().getRoot());
        return Screen.onScreen(texts);
    }

    @Test
    void aGapIsARowWithItsBoundsAndItsCause() {
        TestingLog log = numbered(2);
        log.gap(
                new LogGap(
                        TestingLog.NOW.plusSeconds(9),
                        "/var/log/mail.log",
                        LogGap.Cause.ROTATED_AWAY,
                        TestingLog.NOW.plusMillis(10),
                        TestingLog.NOW.plusSeconds(60),
                        null));
        add(log, 6_000);
        show(log);
        assertThat(ids()).containsExactly("100000", "100001", "", "101770");
        LineRow gap = row(2);
        assertThat(is(gap, "gap")).isTrue();
        assertThat(gap.getAccessibleText())
                .contains("/var/log/mail.log was rotated and is gone from the server.")
                .contains("Lost: 2026-03-13 13:32:07 to 13:33:07.");
        robot.clickOn(gap);
        settle();
        assertThat(text("#log-line-text"))
                .endsWith("/var/log/mail.log was rotated and is gone from the server.");
        assertThat(robot.lookup("#log-open").query().isVisible()).isFalse();
    }

    @Test
    void theCountOfLinesThatAreNotUnderstoodShowsExactlyThose() {
        TestingLog log = numbered(30);
        log.line(TestingLog.NOW, "mail1", "smtp", "AAAAAA1: a line that no rule knows");
        add(log, 31);
        log.line("Mar 13 13:32:07 mail1 sshd[1]: session opened").counted(1, 1);
        show(log);
        assertThat(text("#log-other")).isEqualTo("1 not understood");
        robot.clickOn("#log-other");
        settle();
        assertThat(ids()).containsExactly("AAAAAA1");
        robot.clickOn("#log-foreign");
        settle();
        assertThat(ids()).containsExactly("");
    }

    @Test
    void oneServerOrAllOfThem() {
        TestingLog one = numbered(2);
        TestingLog two = TestingLog.of().line(TestingLog.NOW, "mail2", "qmgr", "AAAAAA1: removed");
        FleetSnapshot fleet =
                new FleetSnapshot(
                        List.of(
                                TestingLog.with(TestingSnapshot.of("mail1").build(), one.build()),
                                TestingLog.with(TestingSnapshot.of("mail2").build(), two.build())));
        Screen.onScreen(() -> model.show(fleet));
        settle();
        assertThat(ids()).containsExactlyInAnyOrder("100000", "100001", "AAAAAA1");
        choose(2);
        assertThat(ids()).containsExactly("AAAAAA1");
        choose(0);
        assertThat(ids()).hasSize(3);
    }

    /// Through the menu itself: the headless platform does not open it on a click.
    private void choose(int item) {
        MenuButton servers = (MenuButton) robot.lookup("#log-server").query();
        robot.interact(() -> servers.getItems().get(item).fire());
        settle();
    }

    @Test
    void allLogsOfAServerAreShownAndTheRestIsCounted() {
        LogSource[] sources = new LogSource[6];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new LogSource.File("/var/log/mail-" + i + ".log", "Why " + i + ".");
        }
        show(numbered(1).source(sources));
        assertThat(robot.lookup("mail1: /var/log/mail-3.log. Why 3.").tryQuery()).isPresent();
        assertThat(text("#log-more-sources")).startsWith("and 2 more");
    }
}
