package org.spoolscope.ui.queue;

import java.util.function.Predicate;
import org.spoolscope.model.QueueCursor;
import org.spoolscope.postfix.GroupNumbers;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.QueueGroups.By;

/// One of the groups, as something to narrow the list by.
public record GroupChoice(By by, String key) {
    /// Tells which messages [org.spoolscope.postfix.QueueGroups] counted in this group. Remembers
    /// reasons it has seen; for one pass on one thread.
    Predicate<QueueCursor> membership(Judgement judgement) {
        GroupNumbers groups = new GroupNumbers(by, judgement);
        return row -> {
            int recipients = row.recipients();
            if (recipients == 0) {
                return groups.key(groups.withoutRecipient(row)).equals(key);
            }
            for (int i = 0; i < recipients; i++) {
                if (groups.key(groups.of(row, i)).equals(key)) {
                    return true;
                }
            }
            return false;
        };
    }
}
