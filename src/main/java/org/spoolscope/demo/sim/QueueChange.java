package org.spoolscope.demo.sim;

import org.spoolscope.model.QueueName;

/// What postsuper(1) does to messages, and in which queues.
public enum QueueChange {
    HOLD("placed on hold", "Placed on hold"),
    RELEASE("released from hold", "Released from hold"),
    REQUEUE("requeued", "Requeued"),
    EXPIRE("expired", "Force-expired"),
    DELETE("removed", "Deleted");

    private final String report;
    private final String total;

    QueueChange(String report, String total) {
        this.report = report;
        this.total = total;
    }

    boolean reaches(QueueName queue) {
        boolean moving =
                queue == QueueName.INCOMING
                        || queue == QueueName.ACTIVE
                        || queue == QueueName.DEFERRED;
        return switch (this) {
            case HOLD -> moving;
            case RELEASE, DELETE -> queue == QueueName.HOLD;
            case REQUEUE, EXPIRE -> moving || queue == QueueName.HOLD;
        };
    }

    /// What is said about one message.
    String report(String id) {
        return id + ": " + report;
    }

    /// What is said in the end.
    ///
    /// @param messages at least 1
    String total(int messages) {
        return total + ": " + messages + (messages == 1 ? " message" : " messages");
    }
}
