package org.spoolscope.ui.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;

/// Table columns that show text.
public final class Columns {
    private Columns() {}

    /// Text from the left edge.
    ///
    /// @param width preferred, in pixels
    public static <S> TableColumn<S, DisplayText> text(
            String id,
            DisplayText heading,
            double width,
            Function<S, DisplayText> of,
            String... styles) {
        return column(id, heading, width, Pos.CENTER_LEFT, of, styles);
    }

    /// Figures to the right edge, digit under digit.
    public static <S> TableColumn<S, DisplayText> figures(
            String id,
            DisplayText heading,
            double width,
            Function<S, DisplayText> of,
            String... styles) {
        TableColumn<S, DisplayText> column =
                column(id, heading, width, Pos.CENTER_RIGHT, of, styles);
        column.getStyleClass().add("align-right");
        return column;
    }

    /// A column whose cells are still to be told.
    ///
    /// @param width preferred, in pixels
    public static <S, T> TableColumn<S, T> of(String id, DisplayText heading, double width) {
        TableColumn<S, T> column = new TableColumn<>(heading.toString());
        column.setId(id);
        column.setPrefWidth(width);
        return column;
    }

    private static <S> TableColumn<S, DisplayText> column(
            String id,
            DisplayText heading,
            double width,
            Pos alignment,
            Function<S, DisplayText> of,
            String... styles) {
        TableColumn<S, DisplayText> column = of(id, heading, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell<>(alignment, styles));
        return column;
    }

    private static final class TextCell<S> extends TableCell<S, DisplayText> {
        TextCell(Pos alignment, String... styles) {
            setAlignment(alignment);
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable DisplayText item, boolean empty) {
            super.updateItem(item, empty);
            Labels.set(this, empty || item == null ? DisplayText.EMPTY : item);
        }
    }
}
