package org.spoolscope.ui.shell;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The content of a window, and at its bottom at most one toast, for ten seconds; longer while the
/// pointer or the keyboard is on it.
public final class ToastLayer extends StackPane implements Toasts {
    private static final Duration TIME = Duration.seconds(10);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Label text = Labels.wrapped(DisplayText.EMPTY, Style.STRONG);
    private final Label detail = Labels.whole(Labels.of(DisplayText.EMPTY, Style.MUTED));
    private final Button undo =
            Buttons.small(Buttons.of("toast-undo", DisplayText.EMPTY, this::undo));
    private final Label keys =
            Labels.whole(Labels.of(Words.get("shell.toast.keys"), Style.SMALL, Style.SUBTLE));
    private final HBox toast =
            Boxes.row(
                    Style.GAP_14,
                    text,
                    detail,
                    undo,
                    keys,
                    Buttons.small(
                            Buttons.quiet(
                                    "toast-close", Words.get("shell.toast.close"), this::hide)));
    private final Timeline clock = new Timeline(new KeyFrame(TIME, _ -> hide()));
    private Runnable action = () -> {};

    /// @param content below the toast
    public ToastLayer(Node content) {
        toast.setId("toast");
        toast.getStyleClass().add(Style.TOAST);
        toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.PARENT);
        text.setId("toast-text");
        detail.setId("toast-detail");
        text.setMaxWidth(520);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        Boxes.show(toast, false);
        getChildren().addAll(content, toast);
        toast.hoverProperty().addListener(_ -> attended());
        toast.focusWithinProperty().addListener(_ -> attended());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public void show(DisplayText words, DisplayText more) {
        show(words, more, DisplayText.EMPTY, () -> {});
    }

    @Override
    public void offer(DisplayText words, DisplayText more, DisplayText label, Runnable back) {
        show(words, more, label, back);
    }

    private void show(DisplayText words, DisplayText more, DisplayText label, Runnable back) {
        Labels.set(text, words);
        Labels.set(detail, more);
        Labels.set(undo, label);
        Labels.named(toast, words);
        Labels.named(undo, Words.get("shell.toast.undo.name", label, words));
        Boxes.show(detail, !more.isEmpty());
        Boxes.show(undo, !label.isEmpty());
        Boxes.show(keys, !label.isEmpty());
        action = back;
        Boxes.show(toast, true);
        attended();
    }

    private void undo() {
        Runnable back = action;
        hide();
        back.run();
    }

    /// While someone is at it, it stays; then it has its time anew.
    private void attended() {
        if (toast.isHover() || toast.isFocusWithin()) {
            clock.stop();
        } else if (toast.isVisible()) {
            clock.playFromStart();
        }
    }

    private void hide() {
        clock.stop();
        action = () -> {};
        Boxes.show(toast, false);
    }

    /// Where text is typed, Ctrl+Z is the field's own.
    private void pressed(KeyEvent event) {
        if (toast.isVisible() && undo.isVisible() && UNDO.match(event)) {
            undo();
            event.consume();
        } else if (toast.isFocusWithin() && event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }
}
