package org.spoolscope.demo.sim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;

/// postsuper(1) on one instance: moves queue files by their names, whatever the other processes do
/// with them at that moment.
final class Postsuper {
    private static final int REQUEUE_RECORD = 25;

    private final Node node;
    private final Spool spool;
    private final Tally tally;
    private final QueueManager queueManager;

    Postsuper(Node node, Spool spool, Tally tally, QueueManager queueManager) {
        this.node = node;
        this.spool = spool;
        this.tally = tally;
        this.queueManager = queueManager;
    }

    /// Does it to the messages that it finds where it looks.
    ///
    /// @return what it prints and logs: a line for each of them, and the total
    List<String> run(QueueChange change, List<String> ids) {
        Map<QueueId, Message> all = spool.byId();
        List<String> lines = new ArrayList<>();
        Set<Message> left = new HashSet<>();
        for (String id : ids) {
            Message message = QueueId.isValid(id) ? all.get(new QueueId(id)) : null;
            if (message != null && !message.gone && change.reaches(message.queue)) {
                left.add(message);
                lines.add(change.report(id));
                apply(change, message);
            }
        }
        if (!lines.isEmpty()) {
            lines.add(change.total(lines.size()));
        }
        for (String line : lines) {
            node.log().add("postsuper", () -> line);
        }
        if (change == QueueChange.HOLD || change == QueueChange.REQUEUE) {
            queueManager.lost(left);
        }
        return lines;
    }

    private void apply(QueueChange change, Message message) {
        switch (change) {
            case HOLD -> spool.move(message, QueueName.HOLD);
            case RELEASE -> spool.move(message, QueueName.DEFERRED);
            case EXPIRE -> message.forcedExpire = true;
            case DELETE -> {
                spool.remove(message);
                tally.deleted++;
            }
            case REQUEUE -> requeue(message);
        }
    }

    /// Through the maildrop queue, where pickup(8) takes one after the other and gives it a new
    /// name.
    private void requeue(Message old) {
        spool.move(old, QueueName.MAILDROP);
        node.disk().await(1, 3, () -> pickUp(old));
    }

    private void pickUp(Message old) {
        String oldId = spool.id(old).value();
        Message message = old.again(node.agenda().now(), spool.inode(), old.size + REQUEUE_RECORD);
        spool.remove(old);
        spool.add(message, QueueName.INCOMING);
        String from = ": uid=89 from=<" + message.sender.address() + "> orig_id=" + oldId;
        node.log().add("pickup", () -> spool.id(message) + from);
        node.log().add("cleanup", () -> LogText.messageId(spool.id(message), message, node));
        queueManager.wake();
    }
}
