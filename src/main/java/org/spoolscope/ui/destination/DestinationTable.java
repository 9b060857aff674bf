package org.spoolscope.ui.destination;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Columns;
import org.spoolscope.ui.control.DetailsTable;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.LogStyle;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The destinations as a table. Newer figures change neither what is selected nor where the
/// keyboard is.
final class DestinationTable extends DetailsTable<DestinationRow> {
    private static final double FRAME_AND_SCROLL_BAR = 20;
    private static final double LEAST_REPLY = 120;

    /// In this order columns leave when there is no room.
    private static final List<DestinationColumn> FIRST_TO_GO =
            List.of(
                    DestinationColumn.CONNECTIONS,
                    DestinationColumn.SENT,
                    DestinationColumn.P95,
                    DestinationColumn.MEDIAN);

    private final Map<DestinationColumn, TableColumn<DestinationRow, ?>> columns =
            new EnumMap<>(DestinationColumn.class);
    private @Nullable TableColumn<DestinationRow, ?> sorted;
    private boolean severalServers;

    /// @param sort told the column and whether the largest come first
    DestinationTable(BiConsumer<DestinationColumn, Boolean> sort) {
        super(DestinationRow::key);
        setId("destinations");
        getStyleClass().add(QueueStyle.MESSAGES);
        Labels.named(this, Words.get("destination.table"));
        for (DestinationColumn kind : DestinationColumn.values()) {
            TableColumn<DestinationRow, DisplayText> column = column(kind);
            columns.put(kind, column);
            getColumns().add(column);
        }
        widthProperty().addListener((_, _, _) -> fit());
        TableColumn<DestinationRow, ?> busiest =
                Objects.requireNonNull(columns.get(DestinationColumn.ATTEMPTS));
        busiest.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().setAll(List.of(busiest));
        sorted = busiest;
        setSortPolicy(_ -> sortBy(sort));
    }

    @Override
    public void show(List<DestinationRow> rows) {
        super.show(rows);
        boolean several = rows.stream().map(DestinationRow::server).distinct().count() > 1;
        if (several != severalServers) {
            severalServers = several;
            fit();
        }
    }

    private static TableColumn<DestinationRow, DisplayText> column(DestinationColumn kind) {
        TableColumn<DestinationRow, DisplayText> column =
                kind.isFigure()
                        ? Columns.figures(kind.id(), DisplayText.EMPTY, kind.width(), kind::text)
                        : Columns.text(
                                kind.id(),
                                DisplayText.EMPTY,
                                kind.width(),
                                kind::text,
                                kind == DestinationColumn.NAME ? Style.STRONG : Style.MUTED);
        Label heading = Labels.of(kind.title(), LogStyle.HEADING);
        Labels.named(heading, Words.get("destination.heading", kind.title(), kind.definition()));
        Labels.hint(heading, kind.definition());
        column.setGraphic(heading);
        column.setUserData(kind);
        column.setMinWidth(48);
        return column;
    }

    private void fit() {
        double room = getWidth() - FRAME_AND_SCROLL_BAR - LEAST_REPLY;
        if (room <= 0) {
            return;
        }
        double wanted = 0;
        for (DestinationColumn kind : DestinationColumn.values()) {
            boolean shown = kind != DestinationColumn.SERVER || severalServers;
            Objects.requireNonNull(columns.get(kind)).setVisible(shown);
            wanted += shown && kind != DestinationColumn.REPLY ? kind.width() : 0;
        }
        for (DestinationColumn kind : FIRST_TO_GO) {
            if (wanted > room) {
                Objects.requireNonNull(columns.get(kind)).setVisible(false);
                wanted -= kind.width();
            }
        }
        Objects.requireNonNull(columns.get(DestinationColumn.REPLY))
                .setPrefWidth(LEAST_REPLY + Math.max(0, room - wanted));
    }

    /// A list without an order makes no sense here: the third click on a heading is like the first.
    private boolean sortBy(BiConsumer<DestinationColumn, Boolean> sort) {
        if (getSortOrder().isEmpty()) {
            Platform.runLater(() -> {
                TableColumn<DestinationRow, ?> last = sorted;
                if (last != null && getSortOrder().isEmpty()) {
                    last.setSortType(TableColumn.SortType.ASCENDING);
                    getSortOrder().setAll(List.of(last));
                }
            });
            return true;
        }
        TableColumn<DestinationRow, ?> first = getSortOrder().getFirst();
        sorted = first;
        if (first.getUserData() instanceof DestinationColumn kind) {
            sort.accept(kind, first.getSortType() == TableColumn.SortType.DESCENDING);
        }
        return true;
    }
}
