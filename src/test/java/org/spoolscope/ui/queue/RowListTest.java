package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowListTest {
    @Test
    void anExchangeIsToldAsOne() {
        QueueRows before = QueueRows.of(TestingFleet.of(300).servers());
        QueueRows after = QueueRows.of(TestingFleet.of(200).servers());
        RowList list = new RowList();
        list.show(before);
        List<String> told = new ArrayList<>();
        for (int listener = 0; listener < 2; listener++) {
            list.addListener(
                    (ListChangeListener<QueueRow>)
                            change -> {
                                while (change.next()) {
                                    told.add(
                                            change.wasReplaced()
                                                    + " %d-%d"
                                                            .formatted(
                                                                    change.getFrom(),
                                                                    change.getTo()));
                                    assertThat(change.getAddedSubList()).isEqualTo(after);
                                    assertThat(change.getRemoved()).isEqualTo(before);
                                }
                            });
        }
        list.show(after);
        assertThat(told).containsExactly("true 0-200", "true 0-200");
    }

    /// Rows are made when they are looked at.
    @Test
    void anExchangeMakesNoRows() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        QueueRows rows = QueueRows.of(TestingFleet.of(20_000).servers());
        RowList list = new RowList();
        list.addListener((ListChangeListener<QueueRow>) change -> change.next());
        list.show(rows);
        long before = threads.getCurrentThreadAllocatedBytes();
        list.show(rows);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }
}
