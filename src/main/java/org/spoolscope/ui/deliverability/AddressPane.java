package org.spoolscope.ui.deliverability;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.StatusShape;
import org.spoolscope.ui.theme.CheckStyle;
import org.spoolscope.ui.theme.Style;

/// The addresses that a server sends from, a line for each: how it is known, and what the
/// blocklists say, which is another page.
final class AddressPane extends VBox {
    private final Runnable openLists;

    /// @param openLists shows the Blocklists page of the same server
    AddressPane(Runnable openLists) {
        this.openLists = openLists;
        setId("deliverability-addresses");
        getStyleClass().add(Style.GAP_8);
        Boxes.show(this, false);
    }

    void show(List<AddressLine> addresses) {
        getChildren().setAll(addresses.stream().map(this::line).toList());
        Boxes.show(this, !addresses.isEmpty());
    }

    private Node line(AddressLine of) {
        Label why = Labels.of(Words.get("deliverability.page.sends", of.why()), Style.MUTED);
        why.setMinWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        Labels.hint(why, of.why());
        Label lists = Labels.whole(Labels.of(of.lists(), CheckStyle.SEVERITY));
        lists.setId("lists-" + of.address());
        of.tone().apply(lists);
        StatusShape shape = new StatusShape(of.tone());
        Button open =
                Buttons.small(
                        Buttons.of(
                                "open-lists-" + of.address(),
                                Words.get("deliverability.page.lists"),
                                openLists));
        Labels.named(open, Words.get("deliverability.page.lists.name", of.address(), of.lists()));
        return Boxes.row(
                Style.GAP_8,
                Labels.whole(Labels.of(of.address(), Style.MONO)),
                Boxes.grow(why),
                shape,
                lists,
                open);
    }
}
