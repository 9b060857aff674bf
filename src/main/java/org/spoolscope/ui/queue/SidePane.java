package org.spoolscope.ui.queue;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.theme.Style;

/// Why the messages wait, and for whom: the groups and the table of domains. Folded where the
/// messages would have too little room beside it, unless the person wants it.
final class SidePane extends VBox {
    private static final double WIDTH = 304;

    /// Less room than this is better left to the messages alone.
    private static final double ROOM_FOR_BOTH = 980;

    private static final double SHAPE_SHARE = 0.45;

    private final GroupsPane groups;
    private final ShapeTable shape;
    private final ToggleButton toggle =
            Buttons.toggle("queue-side", Words.get("queue.group.title"));
    private boolean chosen;

    SidePane(QueueViewModel model) {
        groups = new GroupsPane(model);
        shape = new ShapeTable(model);
        setId("queue-side-pane");
        getStyleClass().add(Style.GAP_14);
        getChildren().addAll(groups, shape);
        setMinWidth(USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        VBox.setVgrow(groups, Priority.ALWAYS);
        groups.setMinHeight(120);
        groups.setMaxHeight(USE_PREF_SIZE);
        shape.setMinHeight(USE_PREF_SIZE);
        heightProperty()
                .addListener((_, _, height) -> shape.fit(height.doubleValue() * SHAPE_SHARE));
        BooleanProperty open = toggle.selectedProperty();
        open.addListener((_, _, shown) -> Boxes.show(this, shown));
        toggle.setOnAction(_ -> chosen = true);
        open.set(true);
    }

    /// Shows and hides it.
    ToggleButton toggle() {
        return toggle;
    }

    /// There are `room` pixels for the messages and this.
    void fit(double room) {
        if (!chosen && room > 0) {
            toggle.setSelected(room >= ROOM_FOR_BOTH);
        }
    }

    void show(QueueAnswer answer) {
        groups.show(answer);
        shape.show(answer);
    }
}
