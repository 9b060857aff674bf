package org.spoolscope.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.FittingScroll;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.DialogStyle;
import org.spoolscope.ui.theme.Style;

/// A dialog inside the window: what it is about, its parts, and the buttons that answer it. The
/// parts scroll where the window is too low for them; the buttons are always in view.
public final class ModalDialog extends VBox {
    private final Label heading;
    private final Label about;
    private final VBox body = Boxes.column(Style.GAP_14);
    private final HBox foot = Boxes.row(Style.GAP_8);
    private final ScrollPane scroll = new FittingScroll(body);
    private @Nullable Node first;
    private Runnable closed = () -> {};
    private Runnable cleanup = () -> {};

    /// @param width of its content, in pixels; less in a narrow window
    public ModalDialog(String id, DisplayText title, DisplayText subtitle, double width) {
        setId(id);
        getStyleClass().add(DialogStyle.DIALOG);
        setPrefWidth(width);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(0);
        heading = Labels.wrapped(title, Style.TITLE);
        about = Labels.wrapped(subtitle, Style.MUTED);
        head(title, subtitle);
        VBox head = Boxes.column(Style.GAP_4, heading, about);
        head.getStyleClass().add(DialogStyle.HEAD);
        body.getStyleClass().add(DialogStyle.BODY);
        foot.getStyleClass().add(DialogStyle.FOOT);
        foot.setMinHeight(USE_PREF_SIZE);
        head.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, foot);
    }

    /// What it is about; told anew where that is found out, or changes.
    public ModalDialog head(DisplayText title, DisplayText subtitle) {
        Labels.named(this, title);
        Labels.set(heading, title);
        Labels.set(about, subtitle);
        Boxes.show(about, !subtitle.isEmpty());
        return this;
    }

    /// What it shows, from top to bottom.
    public ModalDialog body(Node... parts) {
        body.getChildren().setAll(parts);
        for (Node part : parts) {
            part.managedProperty().addListener(_ -> showBody());
        }
        showBody();
        return this;
    }

    /// A question without anything to show is its head and its buttons.
    private void showBody() {
        Boxes.show(scroll, body.getChildren().stream().anyMatch(Node::isManaged));
    }

    /// The buttons, from left to right.
    public ModalDialog foot(Node... parts) {
        foot.getChildren().setAll(parts);
        return this;
    }

    /// Scrolls to a part that has just changed.
    void reveal(Node part) {
        applyCss();
        layout();
        double hidden = body.getHeight() - scroll.getViewportBounds().getHeight();
        double top = part.getBoundsInParent().getMinY();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, top / hidden));
    }

    /// What has the focus when it opens.
    public ModalDialog first(Node node) {
        first = node;
        return this;
    }

    /// Marks it as well or ill, such as [Tone#BAD].
    public ModalDialog tone(Tone tone) {
        tone.apply(this);
        return this;
    }

    /// What is done when it closes, however it is closed.
    public ModalDialog onClose(Runnable action) {
        cleanup = action;
        return this;
    }

    /// Closes it unanswered or answered; closing it twice does nothing more.
    public void close() {
        Runnable before = cleanup;
        Runnable after = closed;
        cleanup = () -> {};
        closed = () -> {};
        before.run();
        after.run();
    }

    void whenClosed(Runnable action) {
        closed = action;
    }

    /// Takes the focus to where it is when it opens.
    public void focusFirst() {
        Node node = first;
        if (node != null) {
            node.requestFocus();
        }
    }
}
