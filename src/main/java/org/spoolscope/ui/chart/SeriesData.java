package org.spoolscope.ui.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/// The reduced series of a chart as JFreeChart reads them.
final class SeriesData extends AbstractXYDataset {
    private final transient List<Reduction> series;

    SeriesData(List<Reduction> series) {
        this.series = List.copyOf(series);
    }

    Reduction reduction(int index) {
        return series.get(index);
    }

    @Override
    public int getSeriesCount() {
        return series.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return index;
    }

    @Override
    public int getItemCount(int index) {
        return series.get(index).millis().length;
    }

    @Override
    public Number getX(int index, int item) {
        return series.get(index).millis()[item];
    }

    @Override
    public Number getY(int index, int item) {
        return series.get(index).values()[item];
    }
}
