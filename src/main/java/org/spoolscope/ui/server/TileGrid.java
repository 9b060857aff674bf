package org.spoolscope.ui.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.TilePane;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.KeyValue;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The host's figures in columns of one width.
final class TileGrid extends TilePane {
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    TileGrid() {
        setId("server-tiles");
        getStyleClass().addAll(Style.CARD, Style.TILES);
    }

    void show(List<Tile> tiles) {
        for (Tile tile : tiles) {
            cells.computeIfAbsent(tile.id(), this::add).show(tile);
        }
        Boxes.show(this, !tiles.isEmpty());
    }

    private Cell add(String id) {
        Cell cell = new Cell(id);
        getChildren().add(cell.node);
        return cell;
    }

    private static final class Cell {
        private final KeyValue node = new KeyValue(DisplayText.EMPTY);
        private @Nullable DisplayText hint;

        Cell(String id) {
            node.setId(id);
        }

        void show(Tile tile) {
            DisplayText why = tile.why();
            node.show(tile.key(), why == null ? tile.value() : why, tile.tone());
            if (why != null && !Objects.equals(why, hint)) {
                Labels.hint(node, why);
            }
            hint = why;
        }
    }
}
