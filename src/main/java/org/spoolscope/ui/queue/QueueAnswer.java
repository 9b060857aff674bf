package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.List;
import org.spoolscope.model.QueueListing;
import org.spoolscope.postfix.QueueGroups.Group;
import org.spoolscope.postfix.QueueShape;

/// What the listings say to a query. Arrays in it are never written to.
///
/// @param listings those that were searched
/// @param at the moment that ages count up to
/// @param total messages in those listings
/// @param rows those that match, sorted
/// @param groups of what the rest of the query lets through, so that another one can be chosen
/// @param shape of what the rest of the query lets through
/// @param before the rows that were shown when it was asked
/// @param mapping from `before` to `rows`
public record QueueAnswer(
        QueueQuery query,
        List<QueueListing> listings,
        Instant at,
        int total,
        QueueRow[] rows,
        List<Group> groups,
        QueueShape shape,
        QueueRow[] before,
        RowMapping mapping) {
    /// Before anything is known.
    public static final QueueAnswer NONE =
            new QueueAnswer(
                    QueueQuery.EVERYTHING,
                    List.of(),
                    Instant.EPOCH,
                    0,
                    new QueueRow[0],
                    List.of(),
                    QueueShape.of(List.of(), Instant.EPOCH),
                    new QueueRow[0],
                    RowMapping.between(new QueueRow[0], new QueueRow[0]));

    /// The same answer, for a list that shows `shown`.
    @SuppressWarnings("ReferenceEquality") // the same array: arrays of rows never change
    QueueAnswer after(QueueRow[] shown) {
        return shown == before
                ? this
                : new QueueAnswer(
                        query,
                        listings,
                        at,
                        total,
                        rows,
                        groups,
                        shape,
                        shown,
                        RowMapping.between(shown, rows));
    }
}
