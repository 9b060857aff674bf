package org.spoolscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.TableRows;

/// The messages of one server as they come, packed, to be looked at together.
final class ListedQueues {
    private final Map<String, QueueTable.Editor> byInstance = new LinkedHashMap<>();

    void add(QueuedMessage message) {
        byInstance.computeIfAbsent(message.instance(), QueueTable.Editor::new).put(message);
    }

    /// All that came, each id of an instance once.
    TableRows rows() {
        return TableRows.all(byInstance.values().stream().map(QueueTable.Editor::table).toList());
    }
}
