package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.postfix.QueueShape;

/// A cell of the table domain x age, or with [#ALL_AGES] a whole line of it, as something to narrow
/// the list by.
///
/// @param domain as the table names it
/// @param column of [QueueShape], or [#ALL_AGES]
public record ShapeCell(String domain, int column) {
    public static final int ALL_AGES = -1;

    boolean holds(QueuedMessage message, Instant now) {
        return holdsAge(Duration.between(message.arrival(), now)) && holdsDomain(message);
    }

    private boolean holdsAge(Duration age) {
        if (column == ALL_AGES) {
            return true;
        }
        boolean old =
                column == 0
                        || age.compareTo(Duration.ofMinutes(QueueShape.MINUTES.get(column - 1))) >= 0;
        boolean young =
                column == QueueShape.COLUMNS - 1
                        || age.compareTo(Duration.ofMinutes(QueueShape.MINUTES.get(column))) < 0;
        return old && young;
    }

    private boolean holdsDomain(QueuedMessage message) {
        for (Recipient recipient : message.recipients()) {
            String its = recipient.domain();
            if (domain.equals(its.isEmpty() ? recipient.address().toLowerCase(Locale.ROOT) : its)) {
                return true;
            }
        }
        return false;
    }
}
