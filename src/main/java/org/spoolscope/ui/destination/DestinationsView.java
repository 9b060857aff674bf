package org.spoolscope.ui.destination;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// The Destinations page. JavaFX thread.
public final class DestinationsView extends StackPane {
    private static final double DETAILS_WIDTH = 440;

    private final DestinationsViewModel model;
    private final DestinationTable table;
    private final DestinationDetails details;
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
        table = new DestinationTable(model::sort, this::openDetails);
        details = new DestinationDetails(times, openQueue, openLog, this::closeDetails);
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
                        body());
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        model.rows().addListener((_, _, rows) -> showRows());
        model.status().addListener((_, _, status) -> show(status));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> follow(row));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showRows();
        show(model.status().get());
    }

    private Node body() {
        Label keys = Labels.of(Words.get("destination.keys"), Style.SMALL, Style.SUBTLE);
        Label hour = Labels.of(Words.get("destination.hour"), Style.MUTED);
        keys.setMinWidth(0);
        HBox strip = Boxes.row(Style.GAP_14, hour, Boxes.space(), keys);
        strip.getStyleClass().add(QueueStyle.TABLE_FOOT);
        VBox panel = new VBox(table, strip);
        panel.getStyleClass().add(Style.PANEL);
        VBox.setVgrow(table, Priority.ALWAYS);
        details.setMaxWidth(USE_PREF_SIZE);
        details.setPrefWidth(DETAILS_WIDTH);
        details.setVisible(false);
        StackPane.setAlignment(details, Pos.CENTER_RIGHT);
        StackPane body = new StackPane(panel, details);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private void showRows() {
        table.show(model.rows().get());
        DestinationRow open = details.row();
        if (details.isVisible() && open != null) {
            model.rows().get().stream()
                    .filter(row -> row.key().equals(open.key()))
                    .findFirst()
                    .ifPresent(details::show);
        }
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

    private void openDetails() {
        DestinationRow row = table.selected();
        if (row != null) {
            details.show(row);
            details.setVisible(true);
        }
    }

    private void follow(@Nullable DestinationRow row) {
        if (row != null && details.isVisible() && !table.isExchanging()) {
            details.show(row);
        }
    }

    private void closeDetails() {
        details.setVisible(false);
        table.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && details.isVisible()) {
            closeDetails();
            event.consume();
        }
    }
}
