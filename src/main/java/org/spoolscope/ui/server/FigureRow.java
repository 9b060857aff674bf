package org.spoolscope.ui.server;

import java.util.List;
import org.spoolscope.model.DisplayText;

/// A row of figures.
///
/// @param name of what they are about
/// @param cells one per column
record FigureRow(DisplayText name, List<DisplayText> cells) {
    FigureRow {
        cells = List.copyOf(cells);
    }
}
