package org.spoolscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Fields;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.filter.Floating;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The search field at the head of the window, and under it what it offers once the person wants
/// something of it: that the focus comes by, as when the window opens, is no wish yet. The arrow
/// keys choose, Enter takes, Escape goes back to where the person was.
final class Palette extends Floating {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double KIND_WIDTH = 72;

    private final PaletteViewModel model;
    private final Runnable left;
    private final TextField field =
            Fields.text("search", Words.get("shell.search"), Words.get("shell.search.prompt"));
    private final StackPane box;
    private @Nullable Node before;
    private boolean wanted;

    /// @param left where the focus goes when something was taken
    Palette(PaletteViewModel model, Runnable left) {
        super("palette");
        this.model = model;
        this.left = left;
        field.getStyleClass().add(QueueStyle.FILTER_TEXT);
        Label key = Labels.of(Words.get("shell.search.key"), Style.SMALL, QueueStyle.KEY_CAP);
        key.setMouseTransparent(true);
        box = new StackPane(field, key);
        box.getStyleClass().addAll(QueueStyle.FILTER, Style.SEARCH);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        Labels.named(this, Words.get("palette.list"));
        field.textProperty().addListener(_ -> offer());
        field.focusedProperty().addListener((_, _, focused) -> focused(focused));
        field.setOnMouseClicked(_ -> offer());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.items().addListener((_, _, items) -> show(items));
        model.chosen().addListener((_, _, _) -> mark());
    }

    /// The field, for the head of the window.
    Node field() {
        return box;
    }

    /// Begins a search.
    void start() {
        if (!field.isFocused()) {
            before = field.getScene().getFocusOwner();
        }
        field.requestFocus();
        field.selectAll();
        offer();
    }

    private void offer() {
        wanted = true;
        model.type(field.getText());
    }

    private void focused(boolean focused) {
        if (!focused) {
            wanted = false;
            hide();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> finish(isVisible() && model.take());
            case ESCAPE -> giveUp();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (isVisible()) {
            model.move(by);
        } else {
            offer();
        }
    }

    private void finish(boolean taken) {
        if (taken) {
            before = null;
            field.clear();
            wanted = false;
            // What was taken may have opened a dialog, which has the focus then.
            if (field.isFocused()) {
                left.run();
            }
        }
    }

    private void giveUp() {
        field.clear();
        wanted = false;
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null && !back.equals(field)) {
            back.requestFocus();
        } else {
            left.run();
        }
    }

    private void show(List<PaletteItem> items) {
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(line(items.get(i), i));
        }
        getChildren().setAll(lines);
        mark();
        if (wanted && field.isFocused() && !items.isEmpty()) {
            setPrefWidth(box.getWidth());
            showUnder(box, 0);
        } else {
            hide();
        }
    }

    private Node line(PaletteItem item, int index) {
        Label kind = Labels.of(item.kind().word(), Style.SMALL, Style.SUBTLE);
        kind.setMinWidth(KIND_WIDTH);
        Label title = Labels.of(item.title());
        title.setMinWidth(0);
        Label detail = Labels.of(item.detail(), Style.SMALL, Style.MUTED);
        detail.setMinWidth(0);
        HBox line = Boxes.row(Style.GAP_8, kind, title, Boxes.space(), detail);
        line.setId("palette-" + index);
        line.getStyleClass().add(QueueStyle.SUGGESTION);
        line.setAccessibleRole(AccessibleRole.LIST_ITEM);
        Labels.named(line, name(item));
        line.setOnMousePressed(event -> {
            event.consume();
            finish(model.take(index));
        });
        return line;
    }

    private void mark() {
        int chosen = model.chosen().get();
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(SELECTED, i == chosen);
        }
        List<PaletteItem> items = model.items().get();
        // The keyboard stays in the field: it is the field that says what is chosen.
        Labels.named(
                field,
                chosen < items.size() && !field.getText().isEmpty()
                        ? Words.get(
                                "palette.chosen",
                                Words.get("shell.search"),
                                name(items.get(chosen)),
                                Figures.count(chosen + 1),
                                Figures.count(items.size()))
                        : Words.get("shell.search"));
    }

    private static DisplayText name(PaletteItem item) {
        return Words.get("palette.item", item.kind().word(), item.title(), item.detail());
    }
}
