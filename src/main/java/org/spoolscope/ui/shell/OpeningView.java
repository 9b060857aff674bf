package org.spoolscope.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The frame of the window while what it is about is got ready; and why there is nothing, where it
/// can't be. JavaFX thread.
public final class OpeningView extends BorderPane {
    private final VBox page = new VBox();

    public OpeningView() {
        HBox header =
                Boxes.row(
                        Style.GAP_14,
                        Labels.whole(Labels.of(Words.get("shell.name"), Style.STRONG)));
        header.getStyleClass().add(Style.HEADER);
        Region navigation = new Region();
        navigation.getStyleClass().add(Style.NAVIGATION_SCROLL);
        page.getStyleClass().add(Style.PAGE);
        page.setAlignment(Pos.TOP_LEFT);
        setTop(header);
        setLeft(navigation);
        setCenter(page);
    }

    /// Says why the window stays empty.
    ///
    /// @param why what happened, then what to do about it
    public void fail(List<DisplayText> why) {
        page.getChildren().setAll(Labels.title(Words.get("shell.not-opened")));
        why.forEach(line -> page.getChildren().add(Labels.wrapped(line)));
        page.getChildren().add(Labels.wrapped(Words.get("shell.not-opened.advice"), Style.MUTED));
    }
}
