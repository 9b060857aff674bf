package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.List;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.QueueGroups.Group;
import org.spoolscope.postfix.QueueShape;

/// What the queues say to a query.
///
/// @param tables the queues that were searched
/// @param at the moment that ages count up to
/// @param total messages in those queues
/// @param rows those that match, sorted
/// @param waiting how many of them are not on hold, so that they leave some time
/// @param groups of what the rest of the query lets through, so that another one can be chosen
/// @param shape of what the rest of the query lets through
/// @param before the rows that were shown when it was asked
/// @param mapping from `before` to `rows`
public record QueueAnswer(
        QueueQuery query,
        List<QueueTable> tables,
        Instant at,
        int total,
        QueueRows rows,
        int waiting,
        List<Group> groups,
        QueueShape shape,
        QueueRows before,
        RowMapping mapping) {
    /// Before anything is known.
    public static final QueueAnswer NONE =
            new QueueAnswer(
                    QueueQuery.EVERYTHING,
                    List.of(),
                    Instant.EPOCH,
                    0,
                    QueueRows.NONE,
                    0,
                    List.of(),
                    QueueShape.of(TableRows.NONE, Instant.EPOCH),
                    QueueRows.NONE,
                    RowMapping.between(QueueRows.NONE, QueueRows.NONE));

    /// The same answer, for a list that shows `shown`.
    @SuppressWarnings("ReferenceEquality") // the same rows: they never change
    QueueAnswer after(QueueRows shown) {
        return shown == before
                ? this
                : new QueueAnswer(
                        query,
                        tables,
                        at,
                        total,
                        rows,
                        waiting,
                        groups,
                        shape,
                        shown,
                        RowMapping.between(shown, rows));
    }
}
