package org.spoolscope.ui.filter;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.spoolscope.ui.theme.QueueStyle;

/// A panel that floats above the page, under the field it belongs to. Lives in the page itself, so
/// that it needs no window of its own.
public class Floating extends VBox {
    private static final double GAP = 4;
    private static final double MARGIN = 22;

    protected Floating(String id) {
        setId(id);
        getStyleClass().add(QueueStyle.FLOATING);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_LEFT);
        hide();
    }

    /// Shows it under a field, at `x` pixels from the field's left edge.
    public void showUnder(Node field, double x) {
        Bounds place = getParent().sceneToLocal(field.localToScene(field.getLayoutBounds()));
        double width = prefWidth(-1);
        double right = getParent().getLayoutBounds().getWidth() - width - MARGIN;
        double left = Math.max(0, Math.min(place.getMinX() + x, right));
        StackPane.setMargin(this, new Insets(place.getMaxY() + GAP, 0, 0, left));
        setVisible(true);
    }

    /// Puts it away.
    public void hide() {
        setVisible(false);
    }

    /// Whether what was pointed at is in it.
    public boolean holds(Object target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && !at.equals(this)) {
            at = at.getParent();
        }
        return at != null;
    }
}
