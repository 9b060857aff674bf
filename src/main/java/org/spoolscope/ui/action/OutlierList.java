package org.spoolscope.ui.action;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The messages that an action did not change: id, what became of it, and why.
final class OutlierList extends ListView<Outlier> {
    private static final double LINE = 22;
    private static final int LINES = 8;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    OutlierList(List<Outlier> outliers) {
        setId("action-outliers");
        Labels.named(this, Words.get("action.outliers"));
        getStyleClass().addAll(QueueStyle.RECIPIENTS, Style.OUTLIERS);
        getItems().setAll(outliers);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setFixedCellSize(LINE);
        setPrefHeight(LINE * Math.min(LINES, outliers.size()) + 4);
        setMinHeight(LINE * Math.min(LINES, outliers.size()) + 4);
        setCellFactory(_ -> new Cell());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        Clip.putLines(lines(getSelectionModel().getSelectedItems()));
                        event.consume();
                    }
                });
    }

    /// As they are copied.
    static List<DisplayText> lines(List<Outlier> outliers) {
        return outliers.stream().map(OutlierList::line).collect(Collectors.toList());
    }

    private static DisplayText line(Outlier outlier) {
        DisplayText result = Words.get("action.outlier." + outlier.result().label());
        return outlier.detail().isEmpty()
                ? Words.get("action.outlier", outlier.id(), result)
                : Words.get("action.outlier.why", outlier.id(), result, outlier.detail());
    }

    private static final class Cell extends ListCell<Outlier> {
        Cell() {
            getStyleClass().add(Style.MONO);
        }

        @Override
        protected void updateItem(@Nullable Outlier outlier, boolean empty) {
            super.updateItem(outlier, empty);
            Labels.set(this, outlier == null || empty ? DisplayText.EMPTY : line(outlier));
        }
    }
}
