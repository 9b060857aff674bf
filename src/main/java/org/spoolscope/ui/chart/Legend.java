package org.spoolscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// The series of a chart by colour and name, each with its value at one moment.
final class Legend extends HBox {
    private static final String SWATCH = "-fx-background-color: %s;";
    private static final String DASHED_SWATCH =
            "-fx-background-color: linear-gradient(from 0 0 to 6 0, repeat, %1$s 0%%, %1$s 60%%,"
                    + " transparent 60%%, transparent 100%%);";

    private final List<Entry> entries = new ArrayList<>();

    Legend() {
        getStyleClass().add(Style.GAP_14);
        setAlignment(Pos.CENTER_RIGHT);
    }

    void show(ChartSpec spec, int row) {
        while (entries.size() < spec.series().size()) {
            Entry entry = new Entry();
            entries.add(entry);
            getChildren().add(entry.box);
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean shown = i < spec.series().size();
            Boxes.show(entries.get(i).box, shown);
            if (shown) {
                entries.get(i).show(spec.series().get(i), spec.unit(), row);
            }
        }
    }

    private static final class Entry {
        private final Region swatch = new Region();
        private final Label name = Labels.of(DisplayText.EMPTY, Style.SMALL, Style.MUTED);
        private final Label value =
                Labels.whole(Labels.of(DisplayText.EMPTY, Style.SMALL, Style.STRONG));
        private final HBox box = Boxes.row(Style.GAP_4, swatch, name, value);

        Entry() {
            swatch.getStyleClass().add(Style.LEGEND_SWATCH);
        }

        void show(SeriesSpec series, Unit unit, int row) {
            DisplayText absence = series.absence();
            Boxes.show(swatch, absence == null);
            Boxes.show(value, absence == null);
            if (absence != null) {
                Labels.set(name, Words.get("chart.missing", series.name(), absence));
                return;
            }
            String style =
                    (series.form() == SeriesSpec.Form.DASHED ? DASHED_SWATCH : SWATCH)
                            .formatted(series.colour().property());
            if (!style.equals(swatch.getStyle())) {
                swatch.setStyle(style);
            }
            Labels.set(name, series.name());
            Labels.set(value, unit.figure(ChartSpec.value(series, row)));
        }
    }
}
