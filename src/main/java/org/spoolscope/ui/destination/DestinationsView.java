package org.spoolscope.ui.destination;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.ServerChoice;
import org.spoolscope.ui.control.TableWithDetails;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// The Destinations page. JavaFX thread.
public final class DestinationsView extends StackPane {
    private final DestinationsViewModel model;
    private final DestinationTable table;
    private final TableWithDetails<DestinationRow> list;
    private final ServerChoice servers;
    private final Label summary = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Label note = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final StackPane placeholder = new StackPane();
    private DestinationsStatus.@Nullable Empty shownEmpty;

    /// @param times in the zone that the person picked
    /// @param openQueue shows the queue by a filter
    /// @param openLog shows a server's log by a filter
    public DestinationsView(
            DestinationsViewModel model,
            Times times,
            Consumer<String> openQueue,
            BiConsumer<String, String> openLog) {
        this.model = model;
        table = new DestinationTable(model::sort);
        Label keys = Labels.of(Words.get("destination.keys"), Style.SMALL, Style.SUBTLE);
        keys.setMinWidth(0);
        list =
                new TableWithDetails<>(
                        table,
                        Labels.of(Words.get("destination.hour"), Style.MUTED),
                        keys,
                        new DestinationDetails(times, openQueue, openLog));
        list.closeWithEscape(this);
        servers = new ServerChoice("destination-server", model::choose);
        setId("destinations-page");
        summary.setId("destination-summary");
        summary.setMinWidth(0);
        note.setId("destination-note");
        table.setPlaceholder(placeholder);
        VBox page =
                Boxes.column(
                        Style.GAP_14,
                        Boxes.row(
                                Style.GAP_14,
                                Labels.whole(Labels.title(Words.get("destination.title"))),
                                summary,
                                Boxes.space(),
                                servers),
                        note,
                        list);
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        model.rows().addListener((_, _, rows) -> list.show(rows));
        model.status().addListener((_, _, status) -> show(status));
        list.show(model.rows().get());
        show(model.status().get());
    }

    /// What the keyboard is for here: the destinations.
    public Node main() {
        return table;
    }

    private void show(DestinationsStatus status) {
        servers.show(model.servers(), model.server().get());
        Labels.set(summary, status.summary());
        Labels.set(note, status.note());
        Boxes.show(note, !status.note().isEmpty());
        if (status.empty() != shownEmpty) {
            shownEmpty = status.empty();
            placeholder.getChildren().setAll(empty(status.empty()));
        }
    }

    private static Node empty(DestinationsStatus.Empty why) {
        return switch (why) {
            case NO -> new StackPane();
            case NO_SERVERS -> new EmptyState(sentence("destination.empty.no-servers"));
            case NO_LOG -> new EmptyState(sentence("destination.empty.no-log"));
            case NOTHING_TRIED -> new EmptyState(sentence("destination.empty.nothing-tried"));
        };
    }

    private static Sentence sentence(String key) {
        return new Sentence(Words.get(key), Words.get(key + ".advice"));
    }
}
