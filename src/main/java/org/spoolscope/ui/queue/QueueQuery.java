package org.spoolscope.ui.queue;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.filter.Filter;

/// What the person asks the queue.
///
/// @param server the one server to look at, or null for all
/// @param by what to group by
/// @param group the chosen group, or null
/// @param cell the chosen cell of the table domain x age, or null
public record QueueQuery(
        @Nullable String server,
        Filter filter,
        By by,
        @Nullable GroupChoice group,
        @Nullable ShapeCell cell,
        QueueColumn sort,
        boolean descending) {
    private static final Pattern DOMAIN = Pattern.compile("domain:([A-Za-z0-9.-]+)");

    /// Everything, the oldest first.
    public static final QueueQuery EVERYTHING =
            new QueueQuery(null, Filter.EVERYTHING, By.CAUSE, null, null, QueueColumn.AGE, true);

    /// Another server; what was chosen there means nothing here.
    public QueueQuery on(@Nullable String other) {
        return new QueueQuery(other, filter, by, null, null, sort, descending);
    }

    public QueueQuery matching(Filter other) {
        return new QueueQuery(server, other, by, group, cell, sort, descending);
    }

    /// Other groups; one chosen of the old ones is let go.
    public QueueQuery by(By other) {
        return new QueueQuery(server, filter, other, null, cell, sort, descending);
    }

    public QueueQuery in(@Nullable GroupChoice other) {
        return new QueueQuery(server, filter, by, other, cell, sort, descending);
    }

    public QueueQuery at(@Nullable ShapeCell other) {
        return new QueueQuery(server, filter, by, group, other, sort, descending);
    }

    public QueueQuery sorted(QueueColumn column, boolean largestFirst) {
        return new QueueQuery(server, filter, by, group, cell, column, largestFirst);
    }

    /// The one recipient domain that the list is narrowed to, or null.
    @Nullable String domain() {
        ShapeCell of = cell;
        if (of != null) {
            return of.domain();
        }
        GroupChoice chosen = group;
        return chosen != null && chosen.by() == By.DOMAIN && !chosen.key().isEmpty()
                ? chosen.key()
                : ofFilter();
    }

    private @Nullable String ofFilter() {
        Matcher only = DOMAIN.matcher(filter.toString().strip());
        return only.matches() ? only.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /// Whether anything is left out.
    public boolean narrows() {
        return !filter.toString().isBlank() || group != null || cell != null;
    }
}
