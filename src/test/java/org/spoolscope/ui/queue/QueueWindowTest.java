package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.MeasuredFigures;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.action.AskedRequests;
import org.spoolscope.ui.action.TestingDesk;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it.
@Tag("window")
class QueueWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<Long> applied = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    private final AskedRequests requests = new AskedRequests();
    private final TestingDesk desk = new TestingDesk(InstantSource.fixed(TestingFleet.NOW));
    private final Background background = new Background(Runnable::run, this::timed);
    private final QueueViewModel model =
            new QueueViewModel(
                    background, InstantSource.fixed(TestingFleet.NOW), TestingJudgement.BUILT_IN);
    private final WindowState state = WindowState.ofThisRun();
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage = openWindow();
    }

    private Stage openWindow() {
        return Screen.onScreen(() -> {
            QueueView view =
                    new QueueView(
                            model,
                            new ActionScope(model, desk.gate(), background),
                            requests,
                            new Times(ZoneOffset.UTC),
                            state,
                            (server, id) -> opened.add(server + " " + id),
                            row -> opened.add("read " + row.message().id()));
            Stage window = new Stage();
            window.setScene(Screen.scene(view, Appearance.DARK, 960, 700));
            window.show();
            window.requestFocus();
            return window;
        });
    }

    private void timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        applied.add(System.nanoTime() - start);
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
        desk.close();
    }

    private void show(FleetSnapshot fleet) {
        Screen.onScreen(() -> model.show(fleet));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static FleetSnapshot few(String... ids) {
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            messages.add(
                    TestingFleet.message(
                            ids[i],
                            Duration.ofMinutes(10L * (i + 1)),
                            "news@example.org",
                            "kunde" + i + "@" + (i % 2 == 0 ? "example.net" : "example.com"),
                            "connect to mx"
                                    + i
                                    + ".example.net[192.0.2.1]:25: Connection timed out"));
        }
        return new FleetSnapshot(
                List.of(
                        TestingFleet.server(
                                "mail1", TestingFleet.listing(TestingFleet.NOW, messages))));
    }

    private Node find(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private TableView<QueueRow> table() {
        return robot.lookup("#messages").queryTableView();
    }

    private List<String> ids() {
        TableView<QueueRow> table = table();
        return table.getItems().stream().map(row -> row.message().id().value()).toList();
    }

    private void click(String query) {
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The heading itself: cells have the id of their column, too.
    private void clickHeading(String column) {
        Node heading =
                robot.lookup(".column-header").queryAll().stream()
                        .filter(node -> column.equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
        Node table = table();
        table.addEventFilter(MouseEvent.ANY, QueueWindowTest::asPrimary);
        robot.clickOn(heading);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// JavaFX's headless platform calls every click one that opens a context menu, and headings do
    /// not sort on those.
    private static void asPrimary(MouseEvent event) {
        if (event.isPopupTrigger() && event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            Event.fireEvent(
                    event.getTarget(),
                    new MouseEvent(
                            event.getEventType(),
                            event.getX(),
                            event.getY(),
                            event.getScreenX(),
                            event.getScreenY(),
                            event.getButton(),
                            event.getClickCount(),
                            false,
                            false,
                            false,
                            false,
                            event.isPrimaryButtonDown(),
                            false,
                            false,
                            event.isSynthesized(),
                            false,
                            event.isStillSincePress(),
                            event.getPickResult()));
        }
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFilterNarrowsTheTableAndAMistakeNamesItsColumn() {
        show(few("AAAAAA", "BBBBBB", "CCCCCC"));
        click("#messages");
        robot.write("/domain:example.com");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ids()).containsExactly("BBBBBB");
        assertThat(text("#queue-summary")).contains("1 match");
        TextInputControl filter = robot.lookup("#filter").queryTextInputControl();
        robot.interact(() -> filter.setText("age>3x"));
        assertThat(text("#filter-mistake")).startsWith("Column 6: ");
        assertThat(ids()).containsExactly("BBBBBB");
    }

    @Test
    void aKeyIsCompletedWithTab() {
        show(few("AAAAAA"));
        click("#filter");
        robot.write("dom");
        assertThat(robot.lookup("#filter-suggestions").query().isVisible()).isTrue();
        press(KeyCode.TAB);
        assertThat(robot.lookup("#filter").queryTextInputControl().getText()).isEqualTo("domain:");
    }

    @Test
    void aClickOnAHeadingSorts() {
        show(few("AAAAAA", "BBBBBB", "CCCCCC"));
        assertThat(ids()).containsExactly("CCCCCC", "BBBBBB", "AAAAAA");
        assertThat(text("#queue-sort")).isEqualTo("Sort: Age ↓");
        clickHeading("column-recipient");
        assertThat(ids()).containsExactly("AAAAAA", "BBBBBB", "CCCCCC");
        assertThat(text("#queue-sort")).isEqualTo("Sort: Recipient ↑");
        clickHeading("column-recipient");
        assertThat(ids()).containsExactly("CCCCCC", "BBBBBB", "AAAAAA");
        clickHeading("column-recipient");
        assertThat(ids()).containsExactly("AAAAAA", "BBBBBB", "CCCCCC");
        assertThat(table().getSortOrder()).hasSize(1);
    }

    @Test
    void theMenuSortsByKeyboardAlsoByAColumnThatIsNotShown() {
        show(few("AAAAAA", "BBBBBB", "CCCCCC"));
        robot.interact(() -> find("#queue-sort").requestFocus());
        press(KeyCode.SPACE);
        press(KeyCode.UP); // from the last item upwards
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(text("#queue-sort")).isEqualTo("Sort: Age ↑");
        assertThat(ids()).containsExactly("AAAAAA", "BBBBBB", "CCCCCC");
        robot.interact(() -> ((MessageTable) table()).sortBy(QueueColumn.DOMAIN, false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ids()).containsExactly("BBBBBB", "CCCCCC", "AAAAAA");
        assertThat(find("#queue-sort").getAccessibleText())
                .isEqualTo("Sorted by Domain, ascending");
    }

    @Test
    void inANarrowWindowTheMessagesComeFirst() {
        show(few("AAAAAA"));
        robot.interact(() -> window().setWidth(828)); // beside the navigation of a 1024 px window
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#queue-side-pane").isVisible()).isFalse();
        assertThat(shown()).containsExactly("id", "state", "age", "sender", "recipient", "reason");
        assertFits();
        show(TestingFleet.of(200));
        assertThat(shown()).startsWith("id", "server", "age").endsWith("reason");
        assertFits();
        click("#queue-side");
        assertThat(find("#queue-side-pane").isVisible()).isTrue();
        assertThat(shown()).containsExactly("id", "age", "recipient", "reason");
        assertFits();
        robot.interact(() -> ((MessageTable) table()).column(QueueColumn.SIZE).setVisible(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown()).contains("size");
    }

    /// Shown, moved and drawn wider; then the window is opened again.
    @Test
    void theColumnsAreRemembered() {
        show(few("AAAAAA"));
        robot.interact(() -> window().setWidth(828));
        MessageTable before = (MessageTable) table();
        robot.interact(() -> find("#queue-columns").requestFocus());
        press(KeyCode.SPACE);
        press(KeyCode.UP); // from the last item upwards: domain
        press(KeyCode.UP);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        assertThat(state.get("queue.columns")).contains(" +domain ").doesNotContain(":");
        robot.interact(() -> before.resizeColumn(before.column(QueueColumn.RECIPIENT), 31));
        double wide = before.column(QueueColumn.RECIPIENT).getWidth();
        robot.interact(() -> before.getColumns().add(0, before.getColumns().remove(4)));
        robot.interact(() -> before.column(QueueColumn.SENDER).setVisible(false));
        List<String> shown = shown();
        assertThat(shown).startsWith("age", "id").contains("domain").doesNotContain("sender");
        assertThat(state.get("queue.columns"))
                .startsWith("age id ")
                .contains(" -sender ", " recipient:" + Math.round(wide) + " ");

        Screen.onScreen(window()::close);
        stage = openWindow();
        robot.interact(() -> window().setWidth(828));
        show(few("AAAAAA", "BBBBBB"));
        MessageTable after = (MessageTable) table();
        assertThat(shown()).isEqualTo(shown);
        assertThat(after.column(QueueColumn.RECIPIENT).getWidth()).isCloseTo(wide, within(6.0));
        assertThat(ids()).containsExactly("BBBBBB", "AAAAAA");

        robot.interact(after::useStandardColumns);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown()).containsExactly("id", "state", "age", "sender", "recipient", "reason");
        assertThat(state.get("queue.columns")).isEmpty();
        assertThat(table().getSortOrder()).hasSize(1);
    }

    private List<String> shown() {
        TableView<QueueRow> table = table();
        return table.getVisibleLeafColumns().stream()
                .map(column -> column.getId().substring("column-".length()))
                .toList();
    }

    private void assertFits() {
        TableView<QueueRow> table = table();
        WaitForAsyncUtils.waitForFxEvents();
        double widths =
                table.getVisibleLeafColumns().stream()
                        .mapToDouble(column -> column.getWidth())
                        .sum();
        assertThat(widths).isBetween(table.getWidth() - 24, table.getWidth());
        assertThat(((MessageTable) table).column(QueueColumn.REASON).getWidth()).isGreaterThan(100);
    }

    private Stage window() {
        return Objects.requireNonNull(stage);
    }

    @Test
    void theGroupsAreOneStopOfTheTabKey() {
        show(TestingFleet.of(2_000));
        robot.interact(() -> window().setWidth(1200));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> find("#group-0").requestFocus());
        press(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("group-1");
        press(KeyCode.UP);
        press(KeyCode.TAB);
        assertThat(focused()).isEqualTo("shape-0-0");
        press(KeyCode.TAB);
        assertThat(focused()).isEqualTo("messages");
        press(KeyCode.SHIFT, KeyCode.TAB);
        press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("group-0");
        press(KeyCode.END);
        Node last = window().getScene().getFocusOwner();
        Bounds pane = find("#groups").localToScene(find("#groups").getLayoutBounds());
        assertThat(pane.contains(last.localToScene(last.getLayoutBounds()))).isTrue();
    }

    private String focused() {
        return window().getScene().getFocusOwner().getId();
    }

    @Test
    void enterOpensTheDetailsAndEscapeClosesThem() {
        show(few("AAAAAA", "BBBBBB"));
        robot.interact(() -> find("#messages").requestFocus());
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(find("#details").isVisible()).isTrue();
        assertThat(text("#details-id")).isEqualTo(selected());
        click("#details-journey");
        click("#details-read");
        assertThat(opened).containsExactly("mail1 " + selected(), "read " + selected());
        press(KeyCode.ESCAPE);
        assertThat(find("#details").isVisible()).isFalse();
    }

    private String selected() {
        TableView<QueueRow> table = table();
        return table.getSelectionModel().getSelectedItem().message().id().value();
    }

    @Test
    void aGroupNarrowsTheListAndItsChipLetsGo() {
        show(few("AAAAAA", "BBBBBB", "CCCCCC"));
        click("#queue-side");
        click("#group-by-domain");
        click("#group-0");
        assertThat(ids()).containsExactly("CCCCCC", "AAAAAA");
        click("#chip-group");
        assertThat(ids()).hasSize(3);
        click("#shape-0-0");
        assertThat(ids()).containsExactly("CCCCCC", "AAAAAA");
    }

    @Test
    void selectionSurvivesANewListingAndIsCopied() {
        show(few("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"));
        TableView<QueueRow> table = table();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectIndices(1, 3);
        });
        show(few("XXXXXX", "AAAAAA", "CCCCCC", "YYYYYY"));
        assertThat(table.getSelectionModel().getSelectedItems())
                .extracting(row -> row.message().id().value())
                .containsExactly("CCCCCC", "AAAAAA");
        press(KeyCode.CONTROL, KeyCode.C);
        String copied = Screen.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("CCCCCC\nAAAAAA");
        press(KeyCode.CONTROL, KeyCode.A);
        assertThat(table.getSelectionModel().getSelectedItems()).hasSize(4);
        assertThat(text("#queue-foot")).isEqualTo("4 selected");
    }

    @Test
    void whatIsInViewStaysInView() {
        FleetSnapshot before = TestingFleet.of(5_000);
        show(before);
        TableView<QueueRow> table = table();
        robot.interact(() -> table.scrollTo(2_000));
        WaitForAsyncUtils.waitForFxEvents();
        String top = topId();
        ServerSnapshot one = before.servers().getFirst();
        List<QueuedMessage> fewer = one.messages().skip(400).toList();
        List<ServerSnapshot> servers = new ArrayList<>(before.servers());
        servers.set(
                0, TestingFleet.server(one.name(), TestingFleet.listing(TestingFleet.NOW, fewer)));
        boolean stays =
                fewer.stream().anyMatch(message -> message.id().value().equals(top))
                        || before.servers().stream()
                                .skip(1)
                                .flatMap(ServerSnapshot::messages)
                                .anyMatch(message -> message.id().value().equals(top));
        show(new FleetSnapshot(servers));
        assertThat(ids()).hasSizeLessThan(5_000);
        assertThat(topId().equals(top)).isEqualTo(stays);
    }

    @Test
    void theKeyboardReachesAllOfALongList() {
        show(TestingFleet.of(20_000));
        robot.interact(() -> find("#messages").requestFocus());
        press(KeyCode.HOME);
        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(0);
        press(KeyCode.SHIFT, KeyCode.END);
        assertThat(text("#queue-foot")).isEqualTo("20,000 selected");
        press(KeyCode.END);
        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(19_999);
        String last = selected();
        String top = topId();
        show(TestingFleet.of(20_000)); // the same, listed again
        assertThat(selected()).isEqualTo(last);
        assertThat(topId()).isEqualTo(top);
    }

    /// Rows are made when they are looked at.
    @Test
    void selectingAllMakesNoRows() {
        show(TestingFleet.of(20_000));
        long all = allocated(() -> table().getSelectionModel().selectAll());
        long one = allocated(() -> table().getSelectionModel().clearSelection(7));
        long none = allocated(() -> table().getSelectionModel().clearSelection());
        assertThat(List.of(all, one, none)).allMatch(bytes -> bytes < 1_000_000);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Screen.onScreen(() -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            return threads.getCurrentThreadAllocatedBytes() - before;
        });
    }

    private String topId() {
        TableView<QueueRow> table = table();
        return Screen.onScreen(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
            int top = flow.getFirstVisibleCell().getIndex();
            return table.getItems().get(top).message().id().value();
        });
    }

    /// Prints what a new listing costs the JavaFX thread.
    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void aNewListingCostsLittleOnTheScreen(int messages) {
        TableView<QueueRow> table = table();
        FleetSnapshot[] fleets = {TestingFleet.of(messages), TestingFleet.of(messages)};
        show(fleets[1]);
        robot.interact(() -> table.getSelectionModel().selectRange(0, 1_000));
        robot.interact(() -> table.scrollTo(500));
        applied.clear();
        List<Long> laidOut = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            show(fleets[i % 2]);
            Screen.onScreen(() -> {
                long start = System.nanoTime();
                table.getScene().getRoot().applyCss();
                table.getScene().getRoot().layout();
                laidOut.add(System.nanoTime() - start);
            });
        }
        double apply = median(applied.subList(20, applied.size())); // once the JIT is warm
        MeasuredFigures.note(
                messages + " messages on the JavaFX thread",
                "applied in %.2f ms (worst %.2f), laid out in %.2f ms"
                        .formatted(
                                apply,
                                applied.stream().mapToLong(n -> n).max().orElse(0) / 1e6,
                                median(laidOut)));
        assertThat(table.getSelectionModel().getSelectedIndices()).hasSize(1_000);
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0) / 1e6;
    }

    @Test
    void keysAskForActionsWhileTheTableHasTheFocus() {
        show(few("A00001", "A00002", "A00003"));
        click("#filter");
        robot.write("hl");
        assertThat(requests.asked).isEmpty();
        Screen.onScreen(() -> ((TextInputControl) find("#filter")).clear());
        Screen.onScreen(() -> table().requestFocus());
        Screen.onScreen(() -> table().getSelectionModel().selectRange(0, 2));
        robot.push(KeyCode.H);
        robot.push(KeyCode.L); // nothing is on hold
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.SHORTCUT, KeyCode.R);
        robot.push(KeyCode.ESCAPE);
        assertThat(table().getSelectionModel().isEmpty()).isTrue();
        robot.push(KeyCode.R);
        assertThat(requests.asked)
                .containsExactly(
                        "hold mail1/A00003 mail1/A00002",
                        "delete mail1/A00003 mail1/A00002",
                        "retry mail1/A00003 mail1/A00002 mail1/A00001");
    }

    @Test
    void theMenuOnARowOffersTheSame() {
        show(few("A00001", "A00002"));
        Screen.onScreen(() -> {
            table().requestFocus();
            table().getSelectionModel().select(0);
            Event.fireEvent(
                    table(),
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 40, 60, 40, 60, true, null));
        });
        WaitForAsyncUtils.waitForFxEvents();
        click("#menu-hold");
        assertThat(requests.asked).containsExactly("hold mail1/A00002");
    }

    @Test
    void inANarrowWindowOneMenuHasAllActions() {
        show(few("A00001", "A00002"));
        assertThat(find("#queue-act").isVisible()).isFalse();
        robot.interact(() -> window().setWidth(560));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#queue-hold").isVisible()).isFalse();
        Screen.onScreen(() -> table().getSelectionModel().select(0));
        WaitForAsyncUtils.waitForFxEvents();
        click("#queue-act");
        click("#menu-expire");
        assertThat(requests.asked).containsExactly("expire mail1/A00002");
    }

    @Test
    void aFlushIsOfTheServersThatAreLookedAt() {
        show(few("A00001", "A00002"));
        click("#queue-flush");
        click("#queue-flush-all");
        Screen.onScreen(() -> model.ask(query -> query.at(ShapeCell.line("example.com"))));
        WaitForAsyncUtils.waitForFxEvents();
        click("#queue-flush");
        click("#queue-flush-site");
        assertThat(requests.asked).containsExactly("flush mail1", "flush mail1 example.com");
    }

    @Test
    void theButtonsSayWhatTheyAreAbout() {
        show(few("A00001", "A00002", "A00003"));
        assertThat(find("#queue-hold").getAccessibleText()).isEqualTo("Hold 3 matching");
        assertThat(find("#queue-release").isDisabled()).isTrue();
        Screen.onScreen(() -> table().getSelectionModel().select(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#queue-hold").getAccessibleText()).isEqualTo("Hold 1 selected");
        assertThat(text("#queue-foot")).isEqualTo("1 selected");
    }
}
