package org.spoolscope.ui.blocklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Card;
import org.spoolscope.ui.control.Clip;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Pill;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.ListStyle;
import org.spoolscope.ui.theme.Style;

/// One finding in plain words, with what can be done about it here. A muted one is quiet.
final class FindingCard {
    /// What its buttons do.
    interface Actions {
        /// Opens a page in the browser.
        void openPage(String address);

        void mute(Finding finding);

        void unmute(Finding finding);

        void chooseLists();

        /// Shows the lines of the log that say so.
        void openLog(String server);
    }

    /// Narrower, the buttons get a line of their own.
    private static final double ROOMY = 900;

    private final Times times;
    private final Actions actions;
    private final Card card = new Card();
    private final StatusShape shape = new StatusShape(Tone.NEUTRAL);
    private final Label headline = Labels.wrapped(DisplayText.EMPTY, Style.STRONG);
    private final Pill codes = new Pill(DisplayText.EMPTY, Tone.NEUTRAL);
    private final Label since = Labels.whole(Labels.of(DisplayText.EMPTY, Style.MUTED));
    private final Label said = Labels.wrapped(DisplayText.EMPTY);
    private final Label rest = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final HBox head = Boxes.row(Style.GAP_8);
    private final VBox words = Boxes.column(Style.GAP_4, head, said, rest);
    private final HBox buttons = Boxes.row(Style.GAP_8);
    private final HBox line = Boxes.row(Style.GAP_14);
    private Finding finding;

    FindingCard(Finding first, Times times, Actions actions) {
        this.finding = first;
        this.times = times;
        this.actions = actions;
        headline.setMinWidth(0);
        head.getChildren().addAll(shape, headline, codes, since);
        words.setMinWidth(0);
        buttons.setMinWidth(HBox.USE_PREF_SIZE);
        card.setId("finding-" + first.key().list());
        card.widthProperty().addListener((_, _, width) -> place(width.doubleValue() >= ROOMY));
        card.getChildren().addAll(line);
        card.getStyleClass().add(Style.GAP_8);
        place(false);
    }

    Node node() {
        return card;
    }

    /// @param now what ages count up to
    void show(Finding next, Instant now) {
        boolean anew = !next.equals(finding) || buttons.getChildren().isEmpty();
        finding = next;
        if (anew) {
            card.show(next.tone());
            card.getStyleClass().remove(ListStyle.QUIET);
            if (next.isMuted()) {
                card.getStyleClass().add(ListStyle.QUIET);
            }
            shape.show(next.tone());
            Labels.set(headline, next.headline());
            codes.show(next.codes(), next.tone());
            Boxes.show(codes, !next.codes().isEmpty());
            Labels.set(said, next.said());
            Boxes.show(said, !next.said().isEmpty() && !next.isMuted());
            Labels.set(rest, rest(next));
            boolean focused = buttons.getChildren().stream().anyMatch(Node::isFocused);
            buttons.getChildren().setAll(buttons());
            if (focused) {
                buttons.getChildren().getFirst().requestFocus();
            }
            Labels.named(
                    card,
                    Words.get(
                            "blocklist.finding.name",
                            next.tone().word(),
                            next.headline(),
                            rest(next)));
        }
        tick(now);
    }

    /// Tells its age anew.
    void tick(Instant now) {
        Instant from = finding.since();
        Boxes.show(since, from != null);
        if (from != null) {
            Labels.set(
                    since,
                    Words.get(
                            "blocklist.since",
                            times.minuteBeside(from, now),
                            Figures.span(Duration.between(from, now))));
        }
    }

    private static DisplayText rest(Finding finding) {
        return finding.isMuted() || finding.harm().isEmpty()
                ? finding.advice()
                : Words.get("blocklist.harm-and-advice", finding.harm(), finding.advice());
    }

    /// Beside the words where there is room, else below them.
    private void place(boolean beside) {
        Boxes.grow(words);
        line.getChildren().setAll(words);
        card.getChildren().remove(buttons);
        if (beside) {
            line.getChildren().add(buttons);
        } else {
            card.getChildren().add(buttons);
        }
    }

    private List<Button> buttons() {
        List<Button> all = new ArrayList<>();
        String delist = finding.delist();
        if (!delist.isEmpty() && !finding.isMuted()) {
            Button open = button("open", () -> actions.openPage(delist));
            Labels.hint(open, DisplayText.of(delist));
            all.add(open);
            all.add(button("copy-page", () -> Clip.put(DisplayText.of(delist))));
        }
        if (finding.key().kind() == Finding.Kind.NOT_ASKED) {
            all.add(button("choose", actions::chooseLists));
        }
        if (finding.isOurs() && finding.places().isEmpty()) {
            all.add(button("log", () -> actions.openLog(finding.key().server())));
        }
        all.add(button("proof", () -> Clip.putLines(finding.proof())));
        if (finding.isMuted()) {
            all.add(button("unmute", () -> actions.unmute(finding)));
        } else if (finding.isOurs() && !finding.places().isEmpty()) {
            all.add(button("mute", () -> actions.mute(finding)));
        }
        return all;
    }

    private Button button(String what, Runnable action) {
        DisplayText label = Words.get("blocklist.button." + what);
        return Labels.named(
                Buttons.small(
                        Buttons.of("finding-" + what + "-" + finding.key().list(), label, action)),
                Words.get("blocklist.button.name", label, finding.headline()));
    }
}
