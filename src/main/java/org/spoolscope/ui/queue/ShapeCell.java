package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.QueueShape;

/// A cell of the table domain x age as the page shows it, or a whole line of it, as something to
/// narrow the list by.
///
/// @param domain as the table names it
/// @param first column of [QueueShape] that belongs to it
/// @param last column of [QueueShape] that belongs to it
public record ShapeCell(String domain, int first, int last) {
    /// How many columns are shown: the oldest ages, of which a page has no room for three columns,
    /// are one.
    static final int SHOWN = 7;

    /// What a shown column stands for.
    static ShapeCell of(String domain, int shown) {
        return new ShapeCell(domain, shown, shown < SHOWN - 1 ? shown : QueueShape.COLUMNS - 1);
    }

    /// A whole line.
    static ShapeCell line(String domain) {
        return new ShapeCell(domain, 0, QueueShape.COLUMNS - 1);
    }

    /// The heading of a shown column: the upper bound in minutes.
    static DisplayText heading(int shown) {
        return DisplayText.of(
                shown < SHOWN - 1
                        ? QueueShape.heading(shown)
                        : QueueShape.MINUTES.get(SHOWN - 2) + "+");
    }

    /// How many recipients of a line fall into a shown column.
    static int count(QueueShape.Row row, int shown) {
        ShapeCell cell = of(row.domain(), shown);
        return row.ages().subList(cell.first, cell.last + 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    boolean isLine() {
        return first == 0 && last == QueueShape.COLUMNS - 1;
    }

    /// The ages, in words.
    DisplayText ages() {
        if (first == 0) {
            return Words.get("queue.shape.age.first", bound(last));
        }
        return last == QueueShape.COLUMNS - 1
                ? Words.get("queue.shape.age.last", bound(first - 1))
                : Words.get("queue.shape.age.range", bound(first - 1), bound(last));
    }

    boolean holds(QueueCursor row, Instant now) {
        return holdsAge(Duration.between(row.arrival(), now)) && holdsDomain(row);
    }

    private boolean holdsAge(Duration age) {
        boolean old = first == 0 || age.compareTo(minutes(first - 1)) >= 0;
        return old && (last == QueueShape.COLUMNS - 1 || age.compareTo(minutes(last)) < 0);
    }

    private static int bound(int column) {
        return QueueShape.MINUTES.get(column);
    }

    private static Duration minutes(int column) {
        return Duration.ofMinutes(QueueShape.MINUTES.get(column));
    }

    private boolean holdsDomain(QueueCursor row) {
        int recipients = row.recipients();
        for (int i = 0; i < recipients; i++) {
            String its = row.domain(i);
            if (domain.equals(its.isEmpty() ? row.address(i).toLowerCase(Locale.ROOT) : its)) {
                return true;
            }
        }
        return false;
    }
}
