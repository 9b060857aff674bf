package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.QueueGroups;
import org.spoolscope.postfix.QueueShape;

/// Answers a query: filters, groups and sorts. For a background thread; takes time in proportion to
/// the number of messages.
///
/// @param servers those to look at, in the order of the configuration
/// @param now the moment that ages count up to
/// @param shown the rows in the table now
/// @param judgement by what causes and providers are told
public record QueueSearch(
        QueueQuery query,
        List<ServerSnapshot> servers,
        Instant now,
        QueueRows shown,
        Judgement judgement) {
    /// The queues of `servers`, in order. A search over the same ones has the same answer.
    static List<QueueTable> tables(List<ServerSnapshot> servers) {
        return servers.stream()
                .flatMap(server -> server.queues().stream())
                .map(InstanceQueue::known)
                .flatMap(Stream::ofNullable)
                .map(KnownQueue::messages)
                .toList();
    }

    public QueueAnswer answer() {
        QueueRows all = QueueRows.of(servers);
        TableRows matching = query.filter().of(all.rows(), all.servers(), now);
        TableRows ofGroup = ofGroup(matching);
        QueueRows rows =
                RowOrder.sorted(all.with(ofCell(ofGroup)), query.sort(), query.descending(), now);
        return new QueueAnswer(
                query,
                tables(servers),
                now,
                all.size(),
                rows,
                waiting(rows.rows()),
                QueueGroups.of(ofCell(matching), query.by(), judgement),
                QueueShape.of(ofGroup, now),
                shown,
                RowMapping.between(shown, rows));
    }

    private static int waiting(TableRows rows) {
        QueueCursor row = rows.cursor();
        int waiting = 0;
        for (int i = 0; i < rows.size(); i++) {
            row.moveTo(rows.row(i));
            boolean stays = row.queue() == QueueName.HOLD || row.queue() == QueueName.CORRUPT;
            waiting += stays ? 0 : 1;
        }
        return waiting;
    }

    private TableRows ofGroup(TableRows rows) {
        GroupChoice group = query.group();
        return group == null ? rows : rows.keep(() -> group.membership(judgement));
    }

    private TableRows ofCell(TableRows rows) {
        ShapeCell cell = query.cell();
        return cell == null ? rows : rows.keep(() -> row -> cell.holds(row, now));
    }
}
