package org.spoolscope.ui.action;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.TableWithDetails;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// The Actions page. JavaFX thread.
public final class ActionsView extends StackPane {
    private final ActionsViewModel model;
    private final ActionTable table;
    private final TableWithDetails<ActionRow> list;
    private final WaitingBand waiting;
    private final Banner warning = new Banner();
    private final Label kept = Labels.of(Words.get("action.page.kept"), Style.MUTED);
    private final Label summary = Labels.of(DisplayText.EMPTY, Style.MUTED);

    /// @param times in the zone that the person picked
    public ActionsView(ActionsViewModel model, Times times, FollowUp followUp) {
        this.model = model;
        table = new ActionTable(times, followUp::undo);
        Label keys = Labels.of(Words.get("action.page.keys"), Style.SMALL, Style.SUBTLE);
        keys.setMinWidth(0);
        list =
                new TableWithDetails<>(
                        table, kept, keys, new ActionDetails(times, followUp, this::copyIds));
        list.closeWithEscape(this);
        waiting = new WaitingBand(times, followUp::undo);
        setId("actions-page");
        warning.setId("actions-warning");
        summary.setId("actions-summary");
        summary.setMinWidth(0);
        VBox page =
                Boxes.column(
                        Style.GAP_14,
                        Boxes.row(
                                Style.GAP_14,
                                Labels.whole(Labels.title(Words.get("action.page.title"))),
                                summary),
                        warning,
                        waiting,
                        list);
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        model.rows().addListener((_, _, rows) -> showRows(rows));
        model.waiting().addListener((_, _, rows) -> waiting.show(rows));
        model.warning().addListener((_, _, why) -> showWarning(why));
        showRows(model.rows().get());
        waiting.show(model.waiting().get());
        showWarning(model.warning().get());
    }

    /// What the keyboard is for here: the actions.
    public Node main() {
        return table;
    }

    /// Lets the times move on.
    public void tick() {
        model.tick();
    }

    private void showRows(List<ActionRow> rows) {
        list.show(rows);
        table.setPlaceholder(nothing(model.isEmpty() ? "action.page.empty" : "action.page.waits"));
        int all = rows.size() + model.waiting().get().size();
        DisplayText count =
                all == 0
                        ? DisplayText.EMPTY
                        : all == 1
                                ? Words.get("action.page.summary.one")
                                : Words.get("action.page.summary", Figures.count(all));
        DisplayText refusal = model.refusal();
        Labels.set(
                summary,
                refusal.isEmpty() || count.isEmpty()
                        ? count
                        : Words.get("action.page.summary.refused", count, refusal));
    }

    private static Node nothing(String key) {
        return new EmptyState(new Sentence(Words.get(key), Words.get(key + ".advice")));
    }

    private void showWarning(DisplayText why) {
        warning.show(new Sentence(why, DisplayText.EMPTY), Tone.BAD, List.of());
        Boxes.show(warning, !why.isEmpty());
    }

    private void copyIds(String action) {
        model.ids(
                action,
                ids -> {
                    Clip.putLines(ids);
                    Labels.set(kept, Words.get("action.page.ids-copied", ids.size()));
                });
    }
}
