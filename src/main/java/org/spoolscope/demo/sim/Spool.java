package org.spoolscope.demo.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;

/// The queue directory of one instance.
final class Spool {
    private static final List<QueueName> SCAN_ORDER =
            List.of(
                    QueueName.MAILDROP,
                    QueueName.ACTIVE,
                    QueueName.INCOMING,
                    QueueName.DEFERRED,
                    QueueName.HOLD);

    private final Ids ids;
    private final Map<QueueName, MessageList> queues = new EnumMap<>(QueueName.class);
    private long bytes;

    Spool(Ids ids) {
        this.ids = ids;
        SCAN_ORDER.forEach(queue -> queues.put(queue, new MessageList()));
    }

    /// A file's inode before the message is in any queue.
    long inode() {
        return ids.inode();
    }

    QueueId id(Message message) {
        return ids.id(message.named, message.inode);
    }

    void add(Message message, QueueName queue) {
        message.queue = queue;
        queue(queue).add(message);
        bytes += message.size;
    }

    void move(Message message, QueueName to) {
        queue(message.queue).remove(message);
        message.queue = to;
        queue(to).add(message);
    }

    void remove(Message message) {
        queue(message.queue).remove(message);
        bytes -= message.size;
        message.gone = true;
        ids.free(message.inode);
    }

    MessageList queue(QueueName name) {
        MessageList queue = queues.get(name);
        if (queue == null) {
            throw new IllegalArgumentException("no such queue: " + name.label());
        }
        return queue;
    }

    int size() {
        int size = 0;
        for (MessageList queue : queues.values()) {
            size += queue.size();
        }
        return size;
    }

    long bytes() {
        return bytes;
    }

    /// All messages by their ids.
    Map<QueueId, Message> byId() {
        Map<QueueId, Message> all = HashMap.newHashMap(size());
        for (MessageList queue : queues.values()) {
            queue.forEach(message -> all.put(id(message), message));
        }
        return all;
    }

    /// In the order in which showq scans the queues.
    List<QueuedMessage> listing(String instance) {
        List<QueuedMessage> all = new ArrayList<>(size());
        for (QueueName name : SCAN_ORDER) {
            queue(name).forEach(message -> all.add(message.listed(instance, id(message))));
        }
        return all;
    }
}
