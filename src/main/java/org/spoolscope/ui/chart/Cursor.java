package org.spoolscope.ui.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one moment that a column of charts is asked about, or none.
public final class Cursor {
    private final ReadOnlyObjectWrapper<@Nullable Long> millis = new ReadOnlyObjectWrapper<>();

    /// Milliseconds since the epoch, or null.
    public ReadOnlyObjectProperty<@Nullable Long> millis() {
        return millis.getReadOnlyProperty();
    }

    public void set(long moment) {
        millis.set(moment);
    }

    public void clear() {
        millis.set(null);
    }
}
