package org.spoolscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A table of a million numbers, used as a person does.
@Tag("window")
class LongTableSkinTest {
    private static final int ROWS = 1_000_000;
    private static final double ROW_HEIGHT = 28;

    private final FxRobot robot = new FxRobot();
    private final TableView<Integer> table = open();

    /// The first numbers, none of which is kept.
    private static final class Numbers extends AbstractList<Integer> implements RandomAccess {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static TableView<Integer> open() {
        Screen.start();
        return Screen.onScreen(() -> {
            TableView<Integer> table = new TableView<>();
            TableColumn<Integer, Integer> column = new TableColumn<>("number");
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            table.getColumns().add(column);
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
            table.setFixedCellSize(ROW_HEIGHT);
            table.setSkin(new LongTableSkin<>(table));
            table.setItems(numbers(ROWS));
            Stage window = new Stage();
            window.setScene(Screen.scene(table, Appearance.DARK, 400, 600));
            window.show();
            table.requestFocus();
            return table;
        });
    }

    private static ObservableList<Integer> numbers(int count) {
        return FXCollections.observableList(new Numbers(count));
    }

    @AfterEach
    void close() {
        Screen.onScreen(() -> table.getScene().getWindow().hide());
    }

    private void show(int rows) {
        robot.interact(() -> table.setItems(numbers(rows)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ScrollBar bar() {
        return (ScrollBar) table.queryAccessibleAttribute(AccessibleAttribute.VERTICAL_SCROLLBAR);
    }

    /// What the rows say that can be seen as a whole, from top to bottom.
    private List<Integer> inView() {
        return Screen.onScreen(() -> {
            table.layout();
            Bounds view = seen(table.lookup(".clipped-container"));
            List<TableRow<?>> rows = new ArrayList<>();
            for (Node node : table.lookupAll(".table-row-cell")) {
                Bounds row = seen(node);
                boolean whole =
                        row.getMinY() >= view.getMinY() - 0.01
                                && row.getMaxY() <= view.getMaxY() + 0.01;
                if (node.isVisible() && whole && !((TableRow<?>) node).isEmpty()) {
                    rows.add((TableRow<?>) node);
                }
            }
            rows.sort((one, other) -> Double.compare(one.getLayoutY(), other.getLayoutY()));
            for (int i = 1; i < rows.size(); i++) {
                assertThat(rows.get(i).getLayoutY() - rows.get(i - 1).getLayoutY())
                        .isEqualTo(ROW_HEIGHT);
            }
            return rows.stream().map(row -> (Integer) row.getItem()).toList();
        });
    }

    private static Bounds seen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private int selected() {
        return table.getSelectionModel().getSelectedIndex();
    }

    @Test
    void homeAndEndGoToTheEdges() {
        press(KeyCode.END);
        assertThat(selected()).isEqualTo(ROWS - 1);
        assertThat(inView()).endsWith(ROWS - 1);
        assertThat(bar().getValue()).isEqualTo(bar().getMax());
        press(KeyCode.UP);
        assertThat(selected()).isEqualTo(ROWS - 2);
        assertThat(inView()).endsWith(ROWS - 1);
        press(KeyCode.HOME);
        assertThat(selected()).isZero();
        assertThat(inView()).startsWith(0);
        assertThat(bar().getValue()).isZero();
    }

    @Test
    void arrowsScrollAsFarAsIsNeeded() {
        robot.interact(() -> {
            table.getSelectionModel().select(500_000);
            table.scrollTo(500_000);
        });
        assertThat(inView()).startsWith(500_000);
        press(KeyCode.UP);
        assertThat(inView()).startsWith(499_999);
        int page = inView().size();
        int last = 499_999 + page - 1;
        robot.interact(() -> table.getSelectionModel().clearAndSelect(last));
        press(KeyCode.DOWN);
        assertThat(inView()).endsWith(last + 1).hasSize(page);
        robot.interact(() -> table.scrollTo(9));
        press(KeyCode.DOWN);
        assertThat(selected()).isEqualTo(last + 2);
        assertThat(inView()).contains(last + 2);
    }

    @Test
    void pagesFollowEachOther() {
        int page = inView().size();
        robot.interact(() -> table.getSelectionModel().select(0));
        press(KeyCode.PAGE_DOWN);
        assertThat(selected()).isEqualTo(page - 1);
        press(KeyCode.PAGE_DOWN);
        assertThat(inView()).startsWith(page - 1).endsWith(selected());
        assertThat(selected()).isBetween(2 * page - 3, 2 * page - 2);
        press(KeyCode.PAGE_UP);
        assertThat(selected()).isEqualTo(page - 1);
        press(KeyCode.PAGE_UP);
        assertThat(selected()).isZero();
        press(KeyCode.PAGE_UP);
        assertThat(inView()).startsWith(0);
    }

    @Test
    void draggingTheBarToTheMiddleShowsTheMiddle() {
        Region thumb = (Region) bar().lookup(".thumb");
        assertThat(thumb.getHeight()).isGreaterThan(30); // the true share is 0.01 pixels
        double way = (bar().getHeight() - thumb.getHeight()) / 2;
        drag(thumb, MouseEvent.MOUSE_PRESSED, 5);
        drag(thumb, MouseEvent.MOUSE_DRAGGED, 5 + way / 4);
        drag(thumb, MouseEvent.MOUSE_DRAGGED, 5 + way * 3 / 4);
        drag(thumb, MouseEvent.MOUSE_RELEASED, 5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(inView().getFirst()).isCloseTo(ROWS / 2, within(ROWS / 1_000));
        assertThat(thumb.getBoundsInParent().getMinY()).isCloseTo(way, within(1.0));
        assertThat(table.isFocused()).isTrue();
    }

    /// @param y in the thumb, which moves along. Not by the robot: JavaFX's headless platform says
    ///   that its presses come from a touch screen.
    private static void drag(Node thumb, EventType<MouseEvent> type, double y) {
        Screen.onScreen(() -> {
            Point2D at = thumb.localToScreen(4, y);
            Event.fireEvent(
                    thumb,
                    new MouseEvent(
                            type,
                            4,
                            thumb.localToScene(4, y).getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            new PickResult(thumb, new Point3D(4, y, 0), 1)));
        });
    }

    @Test
    void aClickBelowTheThumbScrollsByAPage() {
        int page = inView().size();
        Bounds track = bar().localToScreen(bar().getLayoutBounds());
        robot.clickOn(track.getCenterX(), track.getCenterY());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(inView().getFirst()).isBetween(page - 1, page + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 312_345, ROWS - 130})
    void theWheelShowsEveryRowInItsTurn(int from) {
        robot.interact(() -> table.scrollTo(from));
        List<Integer> seen = new ArrayList<>(inView());
        assertThat(seen).startsWith(from);
        for (int i = 0; i < 70; i++) {
            Screen.onScreen(() -> turnWheel(-40));
            inView().stream().filter(row -> row > seen.getLast()).forEach(seen::add);
        }
        assertThat(seen)
                .hasSizeBetween(100, 125)
                .isEqualTo(IntStream.rangeClosed(from, seen.getLast()).boxed().toList());
        for (int i = 0; i < 69; i++) {
            Screen.onScreen(() -> turnWheel(40));
        }
        assertThat(inView()).startsWith(from + 2);
        Screen.onScreen(() -> turnWheel(40));
        assertThat(inView()).startsWith(from);
    }

    /// On the JavaFX thread.
    private void turnWheel(double pixels) {
        Event.fireEvent(table.lookup(".virtual-flow"), Screen.wheel(pixels));
    }

    @Test
    void scrollingCostsTheSameWhereverItStands() {
        cost(0);
        double atTheTop = cost(5_000);
        assertThat(cost(ROWS - 5_000)).isLessThan(3 * atTheTop);
    }

    /// Processor time of so many turns of the wheel from that row on, in milliseconds.
    private double cost(int from) {
        robot.interact(() -> table.scrollTo(from));
        WaitForAsyncUtils.waitForFxEvents();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Screen.onScreen(() -> {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < 200; i++) {
                turnWheel(-84);
            }
            return (threads.getCurrentThreadCpuTime() - before) / 1e6;
        });
    }

    @Test
    void aShorterListIsShownToItsEnd() {
        press(KeyCode.END);
        show(300);
        assertThat(inView()).endsWith(299);
        show(5);
        assertThat(inView()).containsExactly(0, 1, 2, 3, 4);
        assertThat(bar().isVisible()).isFalse();
        show(ROWS);
        assertThat(inView()).startsWith(0);
        assertThat(bar().isVisible()).isTrue();
    }

    @Test
    void aHigherWindowShowsMoreAlsoAtTheEnd() {
        press(KeyCode.END);
        int page = inView().size();
        robot.interact(() -> table.getScene().getWindow().setHeight(760));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(inView()).endsWith(ROWS - 1).hasSizeGreaterThan(page + 4);
        assertThat(bar().getValue()).isEqualTo(bar().getMax());
    }

    @Test
    void aScreenReaderIsToldOfAllRows() {
        robot.interact(() -> table.scrollTo(700_000));
        LongTableSkin<?> skin = (LongTableSkin<?>) table.getSkin();
        Screen.onScreen(() -> {
            assertThat(table.queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT))
                    .isEqualTo(ROWS);
            for (int row : new int[] {3, 700_002, 999_998}) {
                assertThat(
                                skin.queryAccessibleAttribute(
                                        AccessibleAttribute.CELL_AT_ROW_COLUMN, row, 0))
                        .isInstanceOfSatisfying(
                                TableRow.class,
                                there -> assertThat(there.getItem()).isEqualTo(row));
            }
        });
    }
}
