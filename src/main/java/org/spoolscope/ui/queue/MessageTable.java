package org.spoolscope.ui.queue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Verb;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.LongTableSkin;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.QueueStyle;

/// The messages as a table. New listings change neither what is selected nor what is in view.
final class MessageTable extends TableView<QueueRow> {
    static final double ROW_HEIGHT = 28;

    private static final String STATE = "queue.columns";
    private static final double FRAME_AND_SCROLL_BAR = 20;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final QueueViewModel model;
    private final WindowState state;
    private final RowList rows = new RowList();
    private final RowSelection selection = new RowSelection(this, rows);
    private final Map<QueueColumn, TableColumn<QueueRow, ?>> columns =
            new EnumMap<>(QueueColumn.class);
    private final ColumnFit fit = new ColumnFit();
    private @Nullable TableColumn<QueueRow, ?> sorted;
    private List<String> unknown = List.of();
    private boolean fitting;
    private QueueQuery shown = QueueQuery.EVERYTHING;

    /// @param state where the columns are remembered
    /// @param open shows a message's details
    /// @param copied told how many ids were copied
    /// @param act asks for an action, and says whether it applies
    MessageTable(
            QueueViewModel model,
            WindowState state,
            Runnable open,
            Consumer<Integer> copied,
            Predicate<Verb> act) {
        this.model = model;
        this.state = state;
        setId("messages");
        getStyleClass().add(QueueStyle.MESSAGES);
        Labels.named(this, Words.get("queue.table"));
        setFixedCellSize(ROW_HEIGHT);
        setItems(rows);
        setSelectionModel(selection);
        for (QueueColumn kind : QueueColumn.values()) {
            TableColumn<QueueRow, ?> column =
                    MessageCells.column(kind, () -> model.answer().get().at());
            column.setUserData(kind);
            column.setMinWidth(ColumnLayout.LEAST_WIDTH);
            columns.put(kind, column);
            column.visibleProperty().addListener((_, _, shown) -> chosen(kind, shown));
        }
        use(ColumnLayout.parse(state.get(STATE)));
        getColumns().addListener((Observable _) -> keep());
        // A column is drawn wider step by step: what counts is where the mouse lets it go.
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keep());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        widthProperty().addListener((_, _, _) -> fit());
        column(QueueColumn.AGE).setSortType(TableColumn.SortType.DESCENDING);
        setSortPolicy(_ -> sortInBackground());
        getSortOrder().setAll(List.of(column(QueueColumn.AGE)));
        setRowFactory(_ -> row(open));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, open, copied));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (ActionKey.of(event).filter(act).isPresent()) {
                        event.consume();
                    }
                });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LongTableSkin<>(this);
    }

    TableColumn<QueueRow, ?> column(QueueColumn kind) {
        TableColumn<QueueRow, ?> column = columns.get(kind);
        if (column == null) {
            throw new IllegalStateException(kind.name());
        }
        return column;
    }

    /// The rows it shows.
    QueueRows rows() {
        return rows.rows();
    }

    RowSelection selection() {
        return selection;
    }

    /// Sorts as a click on a heading does.
    void sortBy(QueueColumn kind, boolean descending) {
        TableColumn<QueueRow, ?> column = column(kind);
        column.setSortType(
                descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        getSortOrder().setAll(List.of(column));
    }

    /// Forgets what the person has made of the columns.
    void useStandardColumns() {
        use(ColumnLayout.STANDARD);
        keep();
    }

    private void use(ColumnLayout layout) {
        unknown = layout.unknown();
        fit.use(layout);
        fitting = true;
        getColumns().setAll(layout.order().stream().map(this::column).toList());
        fitting = false;
        fit();
    }

    private void keep() {
        if (fitting) {
            return;
        }
        List<QueueColumn> order = getColumns().stream().map(MessageTable::kind).toList();
        String text = new ColumnLayout(order, fit.chosen(), fit.drawn(), unknown).text();
        if (!text.equals(state.get(STATE))) {
            state.put(STATE, text);
            fit();
        }
    }

    private static QueueColumn kind(TableColumnBase<?, ?> column) {
        return (QueueColumn) column.getUserData();
    }

    private void chosen(QueueColumn kind, boolean shown) {
        if (!fitting) {
            fit.choose(kind, shown);
            fit();
            keep();
        }
    }

    /// Called while the person draws a column wider or narrower.
    @Override
    public boolean resizeColumn(TableColumn<QueueRow, ?> column, double delta) {
        boolean resized = super.resizeColumn(column, delta);
        fit.draw(kind(column), column.getWidth());
        return resized;
    }

    private void fit() {
        if (getWidth() <= FRAME_AND_SCROLL_BAR) {
            return;
        }
        Map<QueueColumn, Double> widths = fit.in(getWidth() - FRAME_AND_SCROLL_BAR);
        fitting = true;
        columns.forEach((kind, column) -> column.setVisible(widths.containsKey(kind)));
        widths.forEach((kind, width) -> column(kind).setPrefWidth(width));
        fitting = false;
    }

    /// Shows an answer: to the same question in the same place, to another one from the top.
    void show(QueueAnswer answer) {
        VirtualFlow<?> flow = flow();
        int top = 0;
        double offset = 0;
        if (flow != null && flow.getFirstVisibleCell() != null) {
            top = flow.getFirstVisibleCell().getIndex();
            offset = flow.getFirstVisibleCell().getLayoutY();
        }
        boolean atTop = top == 0 && offset > -1;
        boolean same = answer.query().equals(shown);
        shown = answer.query();
        selection.move(answer.mapping(), answer.rows());
        if (!answer.rows().isEmpty()
                && fit.tell(answer.rows().ofSeveralServers(), model.severalInstances())) {
            fit();
        }
        if (flow == null || (same && atTop)) {
            return;
        }
        int next = same ? answer.mapping().ofOrAfter(top) : 0;
        place(flow, Math.max(0, next), next >= 0 && same ? offset : 0);
    }

    private void place(VirtualFlow<?> flow, int top, double offset) {
        layout(); // the rows' number must be known before they can be scrolled
        flow.scrollToTop(top);
        flow.scrollPixels(-offset);
    }

    /// A list without an order makes no sense here: the third click on a heading is like the first.
    /// Not at once, since the order is also empty for a moment on the way from one column to
    /// another.
    private void sortAgain() {
        Platform.runLater(() -> {
            TableColumn<QueueRow, ?> last = sorted;
            if (last != null && getSortOrder().isEmpty()) {
                last.setSortType(TableColumn.SortType.ASCENDING);
                getSortOrder().setAll(List.of(last));
            }
        });
    }

    /// Sorting means asking for the same rows in another order.
    private boolean sortInBackground() {
        if (getSortOrder().isEmpty()) {
            sortAgain();
            return true;
        }
        TableColumn<QueueRow, ?> first = getSortOrder().getFirst();
        sorted = first;
        boolean descending = first.getSortType() == TableColumn.SortType.DESCENDING;
        model.ask(query -> query.sorted(kind(first), descending));
        return true;
    }

    private TableRow<QueueRow> row(Runnable open) {
        TableRow<QueueRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && !row.isEmpty()) {
                open.run();
            }
        });
        return row;
    }

    private void pressed(KeyEvent event, Runnable open, Consumer<Integer> copied) {
        if (COPY.match(event)) {
            copyIds();
            copied.accept(selection.getSelectedItems().size());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
            selection.clearSelection();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && selection.getSelectedItem() != null) {
            open.run();
            event.consume();
        }
    }

    private void copyIds() {
        Clip.putLines(
                selection.getSelectedItems().stream()
                        .map(row -> DisplayText.of(row.message().id().value()))
                        .toList());
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
