package org.spoolscope.ui.fleet;

import javafx.scene.layout.Region;
import org.spoolscope.model.History;
import org.spoolscope.ui.control.Tone;

/// The queue's total over the history that there is, as a filled line without axes.
final class QueueTrend extends Region {
    QueueTrend() {
        setMinHeight(44);
    }

    void show(History history, Tone tone) {}
}
