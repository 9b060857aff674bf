package org.spoolscope.ui.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
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
        QueueRow[] shown,
        Judgement judgement) {
    /// The listings of `servers`, in order. A search over the same ones has the same answer.
    static List<QueueListing> listings(List<ServerSnapshot> servers) {
        return servers.stream()
                .flatMap(server -> server.queues().stream())
                .map(InstanceQueue::listing)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    public QueueAnswer answer() {
        List<QueueListing> listings = listings(servers);
        List<QueueRow> matching = matching();
        List<QueueRow> ofGroup = ofGroup(matching);
        List<QueueRow> ofCell = ofCell(matching);
        QueueRow[] rows = ofCell(ofGroup).toArray(QueueRow[]::new);
        Arrays.sort(rows, query.sort().order(query.descending()));
        return new QueueAnswer(
                query,
                listings,
                now,
                listings.stream().mapToInt(listing -> listing.messages().size()).sum(),
                rows,
                QueueGroups.of(messages(ofCell), query.by(), judgement),
                QueueShape.of(messages(ofGroup), now),
                shown,
                RowMapping.between(shown, rows));
    }

    private List<QueueRow> matching() {
        List<QueueRow> rows = new ArrayList<>();
        for (ServerSnapshot server : servers) {
            for (InstanceQueue queue : server.queues()) {
                QueueListing listing = queue.listing();
                if (listing == null) {
                    continue;
                }
                for (QueuedMessage message : listing.messages()) {
                    if (query.filter().matches(message, server.name(), now)) {
                        rows.add(new QueueRow(server.name(), message));
                    }
                }
            }
        }
        return rows;
    }

    private List<QueueRow> ofGroup(List<QueueRow> rows) {
        GroupChoice group = query.group();
        if (group == null) {
            return rows;
        }
        Predicate<QueuedMessage> membership = group.membership(judgement);
        return rows.stream().filter(row -> membership.test(row.message())).toList();
    }

    private List<QueueRow> ofCell(List<QueueRow> rows) {
        ShapeCell cell = query.cell();
        return cell == null
                ? rows
                : rows.stream().filter(row -> cell.holds(row.message(), now)).toList();
    }

    private static List<QueuedMessage> messages(List<QueueRow> rows) {
        return rows.stream().map(QueueRow::message).toList();
    }
}
