package org.spoolscope.postfix.action;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;

/// One thing that postsuper(1) does to messages. Actions are made of these.
public enum Step {
    HOLD("placed on hold"),
    RELEASE("released from hold"),
    REQUEUE("requeued"),
    EXPIRE("expired"),
    /// From the hold queue only.
    DELETE("removed");

    private final String report;

    Step(String report) {
        this.report = report;
    }

    /// As the `postsuper` command and the journal name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What postsuper prints behind the id of each message that it did it to.
    String report() {
        return report;
    }

    /// Whether a message is as this step leaves it.
    ///
    /// @param message as a listing shows it, or null where it is not in the queue
    public boolean isDone(@Nullable QueuedMessage message) {
        if (message == null) {
            return this == REQUEUE || this == DELETE;
        }
        return switch (this) {
            case HOLD -> message.queue() == QueueName.HOLD;
            case RELEASE -> message.queue() != QueueName.HOLD;
            case EXPIRE -> message.forcedExpire();
            case REQUEUE, DELETE -> false;
        };
    }
}
