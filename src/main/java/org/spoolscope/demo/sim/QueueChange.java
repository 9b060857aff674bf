package org.spoolscope.demo.sim;

import java.util.List;
import org.spoolscope.model.QueueName;

/// What postsuper(1) does to messages, and in which queues.
public enum QueueChange {
    HOLD(
            "placed on hold",
            "Placed on hold",
            QueueName.INCOMING,
            QueueName.ACTIVE,
            QueueName.DEFERRED),
    RELEASE("released from hold", "Released from hold", QueueName.HOLD),
    REQUEUE(
            "requeued",
            "Requeued",
            QueueName.HOLD,
            QueueName.INCOMING,
            QueueName.ACTIVE,
            QueueName.DEFERRED),
    EXPIRE(
            "expired",
            "Force-expired",
            QueueName.HOLD,
            QueueName.INCOMING,
            QueueName.ACTIVE,
            QueueName.DEFERRED),
    DELETE("removed", "Deleted", QueueName.HOLD);

    private final String report;
    private final String total;
    private final List<QueueName> queues;

    QueueChange(String report, String total, QueueName... queues) {
        this.report = report;
        this.total = total;
        this.queues = List.of(queues);
    }

    boolean reaches(QueueName queue) {
        return queues.contains(queue);
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
