package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Words;

/// The counts of one Postfix instance.
final class InstanceRow {
    private static final DisplayText NONE = DisplayText.of("–");

    /// In the order of the chart's legend.
    private static final List<QueueName> QUEUES =
            List.of(
                    QueueName.DEFERRED,
                    QueueName.ACTIVE,
                    QueueName.INCOMING,
                    QueueName.MAILDROP,
                    QueueName.HOLD);

    private InstanceRow() {}

    static List<FigureTable.Column> columns() {
        return headings().stream()
                .map(title -> new FigureTable.Column(title, DisplayText.EMPTY))
                .toList();
    }

    private static List<DisplayText> headings() {
        List<DisplayText> headings = new ArrayList<>();
        headings.add(Words.get("server.total"));
        QUEUES.forEach(queue -> headings.add(DisplayText.of(queue.label())));
        headings.add(Words.get("server.known"));
        return headings;
    }

    static FigureRow of(InstanceQueue queue, Instant now) {
        KnownQueue known = queue.known();
        List<DisplayText> cells = new ArrayList<>();
        if (known == null) {
            headings().forEach(_ -> cells.add(NONE));
        } else {
            QueueCounts counts = known.counts();
            cells.add(count(counts.total()));
            QUEUES.forEach(name -> cells.add(count(counts.of(name))));
            cells.add(
                    Words.get(
                            known.log() == null ? "server.known.listing" : "server.known.log",
                            Figures.span(Duration.between(known.asOf(), now))));
        }
        String name = queue.instance().name();
        return new FigureRow(
                name.equals("-") ? Words.get("server.default-instance") : DisplayText.of(name),
                cells);
    }

    private static DisplayText count(int count) {
        return DisplayText.of(Figures.count(count));
    }
}
