package org.spoolscope.ui.server;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// The name of the server, how fresh its figures are, and what can be done with it.
final class ServerHeader extends HBox {
    private final StatusShape shape = new StatusShape(Tone.OFF);
    private final Label name = Labels.title(DisplayText.EMPTY);
    private final Label details = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final Button listNow;
    private final Button pause;
    private final Button resume;

    /// @param act called with the command and the name of the server shown
    ServerHeader(ServerView.Actions actions, Consumer<Consumer<String>> act) {
        getStyleClass().addAll(Style.GAP_22);
        details.setId("server-details");
        name.setId("server-name");
        listNow = button("list-now", () -> act.accept(actions::listNow));
        pause = button("pause", () -> act.accept(actions::pause));
        resume = button("resume", () -> act.accept(actions::resume));
        Button edit = button("edit", () -> act.accept(actions::edit));
        Button remove = button("remove", () -> act.accept(actions::remove));
        Button queue =
                Buttons.primary(
                        "server-open-queue",
                        Words.get("server.open-queue"),
                        () -> act.accept(actions::openQueue));
        VBox words =
                Boxes.grow(Boxes.column(Style.GAP_4, Boxes.row(Style.GAP_8, shape, name), details));
        words.setMinWidth(0);
        getChildren()
                .addAll(words, Boxes.row(Style.GAP_8, listNow, pause, resume, edit, remove, queue));
        getChildren().getLast().minWidth(USE_PREF_SIZE);
    }

    void show(ServerPage page) {
        shape.show(page.heading().tone());
        Labels.set(name, page.heading().name());
        Labels.set(details, page.heading().details());
        listNow.setDisable(!page.canList());
        Boxes.show(pause, !page.paused());
        Boxes.show(resume, page.paused());
    }

    private static Button button(String command, Runnable action) {
        return Buttons.of("server-" + command, Words.get("server." + command), action);
    }
}
