package org.spoolscope.app;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.ui.action.Chosen;

/// The messages that an interrupted action put on hold and left so, as far as they still are. A
/// message keeps its id while it is on hold, so that these are the ones.
///
/// @param record of the action
record LeftOnHold(Fleet fleet, ActionRecord record) implements Chosen {
    @Override
    public void forEach(BiConsumer<String, QueuedMessage> each) {
        Set<String> left =
                record.leftOnHold().stream().map(Outlier::key).collect(Collectors.toSet());
        fleet.snapshot().server(record.server()).stream()
                .flatMap(ServerSnapshot::messages)
                .filter(message -> message.queue() == QueueName.HOLD)
                .filter(message -> left.contains(message.instance() + "/" + message.id()))
                .forEach(message -> each.accept(record.server(), message));
    }
}
