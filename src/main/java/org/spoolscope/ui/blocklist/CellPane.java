package org.spoolscope.ui.blocklist;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.settings.Facts;
import org.spoolscope.ui.theme.QueueStyle;
import org.spoolscope.ui.theme.Style;

/// Everything about one address and one list, over the right edge of the matrix.
final class CellPane extends VBox {
    private static final int LONGEST = 2_000;

    private final Times times;
    private final WebPages pages;
    private final Label title = Labels.of(DisplayText.EMPTY, Style.STRONG);
    private final VerdictCell verdict = new VerdictCell();
    private final Label meaning = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final StackPane facts = new StackPane();
    private final HistoryList history;
    private final Button proof;
    private final Button delist;
    private final Button copyPage;
    private @Nullable CellDetails shown;

    /// @param pages opens the page to ask for removal
    CellPane(Times times, WebPages pages, Runnable close) {
        this.times = times;
        this.pages = pages;
        this.history = new HistoryList(times);
        setId("blocklist-details");
        getStyleClass().add(QueueStyle.DETAILS);
        title.setId("blocklist-details-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        proof = button("proof", this::copyProof);
        delist = button("open", this::openPage);
        copyPage = button("copy-page", this::copyPage);
        Button shut =
                Buttons.small(
                        Buttons.quiet(
                                "blocklist-details-close", Words.get("blocklist.close"), close));
        HBox head = Boxes.row(Style.GAP_8, Boxes.grow(title), proof, shut);
        head.getStyleClass().add(QueueStyle.DETAILS_HEAD);
        head.setMinHeight(USE_PREF_SIZE);
        VBox body =
                Boxes.column(
                        Style.GAP_14,
                        Boxes.column(Style.GAP_4, verdict, meaning),
                        Boxes.row(Style.GAP_8, delist, copyPage),
                        Labels.of(Words.get("blocklist.history"), Style.STRONG),
                        history,
                        facts);
        body.getStyleClass().add(QueueStyle.DETAILS_BODY);
        FittingScroll scroll = new FittingScroll(body);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    private static Button button(String what, Runnable action) {
        return Buttons.small(
                Buttons.of(
                        "blocklist-details-" + what,
                        Words.get("blocklist.button." + what),
                        action));
    }

    void show(CellDetails next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        Blocklist list = next.row().list();
        Labels.set(
                title, Words.get("blocklist.details.title", next.column().subject(), list.name()));
        verdict.show(next.cell().state());
        Labels.set(meaning, next.cell().state().meaning());
        facts.getChildren().setAll(facts(next));
        boolean removable = !page(next).isEmpty() && next.cell().standing() != null;
        Boxes.show(delist, removable);
        Boxes.show(copyPage, removable);
        Boxes.show(proof, next.cell().standing() != null);
        Labels.hint(delist, DisplayText.of(page(next)));
        history.show(next.history());
    }

    private Facts facts(CellDetails of) {
        Facts lines = new Facts();
        Blocklist list = of.row().list();
        ListStanding standing = of.cell().standing();
        line(lines, "address", address(of.column()));
        if (standing == null) {
            line(lines, "zone", list.zone());
        } else {
            ListCheck check = standing.check();
            line(lines, "codes", String.join(", ", check.codes()));
            line(lines, "said", check.meaning());
            line(lines, "txt", check.txt());
            line(lines, "zone", check.zone());
            line(lines, "resolver", check.resolver());
            line(lines, "at", times.day(check.at()) + " " + times.zoneName());
            line(lines, "took", Figures.millis(check.took().toNanos() / 1e6));
            line(lines, "since", times.day(standing.since()) + " " + times.zoneName());
        }
        line(lines, "probe", of.row().probe().toString());
        line(lines, "kind", MatrixLine.kind(of.row()).toString());
        line(lines, "used-by", list.usedBy());
        line(lines, "note", list.note());
        return lines;
    }

    private static String address(Matrix.Column column) {
        DisplayText whose = Words.get("blocklist.details.whose", column.subject(), column.owner());
        return column.why().isEmpty() ? whose.toString() : whose + ": " + column.why();
    }

    private static void line(Facts lines, String what, String value) {
        if (!value.isEmpty()) {
            lines.text(
                    "blocklist-fact-" + what,
                    Words.get("blocklist.fact." + what),
                    DisplayText.of(value).clip(LONGEST));
        }
    }

    private static String page(CellDetails of) {
        return Proof.delist(of.row().list(), of.column().subject());
    }

    private void copyProof() {
        CellDetails of = shown;
        ListStanding standing = of == null ? null : of.cell().standing();
        if (standing != null) {
            Clip.putLines(Proof.lines(standing));
        }
    }

    private void openPage() {
        CellDetails of = shown;
        if (of != null) {
            pages.open(page(of));
        }
    }

    private void copyPage() {
        CellDetails of = shown;
        if (of != null) {
            Clip.put(DisplayText.of(page(of)));
        }
    }
}
