package org.spoolscope.ui.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.QueueCauses;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.ReasonText;

/// One of the groups, as something to narrow the list by.
public record GroupChoice(By by, String key) {
    /// Tells which messages [org.spoolscope.postfix.QueueGroups] counted in this group. Remembers
    /// reasons it has seen; for one pass on one thread.
    Predicate<QueuedMessage> membership(Judgement judgement) {
        if (by == By.SENDER) {
            return message -> message.sender().equals(key);
        }
        Map<String, Boolean> seen = new HashMap<>();
        QueueCauses causes = new QueueCauses(judgement);
        return message -> {
            if (message.recipients().isEmpty()) {
                return key.isEmpty();
            }
            for (Recipient recipient : message.recipients()) {
                if (by == By.CAUSE ? causes.key(recipient).equals(key) : holds(recipient, seen)) {
                    return true;
                }
            }
            return false;
        };
    }

    private boolean holds(Recipient recipient, Map<String, Boolean> seen) {
        if (by == By.DOMAIN) {
            return recipient.domain().equals(key);
        }
        String reason = recipient.reason();
        return reason == null ? key.isEmpty() : seen.computeIfAbsent(reason, this::holds);
    }

    private boolean holds(String reason) {
        ReasonText text = ReasonText.of(reason);
        return key.equals(by == By.RELAY ? text.relay() : text.normalised());
    }
}
