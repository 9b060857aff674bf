package org.spoolscope.postfix.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;

/// The messages of one instance: most in a table, those that lines are about at present as entries
/// that change. A message that comes and goes between two tables is never in one.
final class OpenEntries {
    /// More than a queue manager takes up at the same time.
    private static final int MOST = 1 << 17;

    private static final int MOST_UNSURE = 1 << 16;

    private final String instance;
    private final QueueTable.Editor stored;
    private final Map<String, Entry> open = new HashMap<>();

    /// Stored messages of which it is not known when they came.
    private final Set<String> unsure = new HashSet<>();

    private boolean forgetful;

    OpenEntries(String instance) {
        this.instance = instance;
        this.stored = new QueueTable.Editor(instance);
    }

    /// The message of an id, or null.
    @Nullable Entry find(String id) {
        Entry entry = open.get(id);
        if (entry == null) {
            QueuedMessage message = stored.get(new QueueId(id));
            if (message == null) {
                return null;
            }
            entry = new Entry(message, isArrivalKnown(id));
            put(id, entry);
        }
        return entry;
    }

    /// The message of an id as it is now; null where nothing is shown of it yet, or it is not known
    /// when it came.
    @Nullable QueuedMessage message(String id) {
        Entry entry = open.get(id);
        if (entry == null) {
            return isArrivalKnown(id) ? stored.get(new QueueId(id)) : null;
        }
        return entry.isShown() && entry.isArrivalKnown() ? entry.message(instance) : null;
    }

    boolean has(String id) {
        return open.containsKey(id) || stored.contains(new QueueId(id));
    }

    /// A message that was not there before.
    Entry begin(String id) {
        Entry entry = new Entry(new QueueId(id));
        put(id, entry);
        return entry;
    }

    private void put(String id, Entry entry) {
        if (open.size() >= MOST) {
            store(false);
        }
        if (open.size() >= MOST) {
            open.clear();
            forgetful = true;
        }
        open.put(id, entry);
    }

    /// It is not there any more.
    ///
    /// @return whether it was
    boolean remove(String id) {
        Entry entry = open.remove(id);
        unsure.remove(id);
        return entry != null && !entry.isStored() || stored.remove(new QueueId(id));
    }

    boolean isArrivalKnown(String id) {
        return !unsure.contains(id);
    }

    /// Puts all that is shown into the table, and lets go of what is not needed any more.
    ///
    /// @param keepParts whether a listing is under way, which completes what is not shown
    QueueTable store(boolean keepParts) {
        for (Iterator<Entry> entries = open.values().iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (entry.isShown() && entry.isChanged()) {
                stored.put(entry.message(instance));
                entry.stored();
                if (!entry.isArrivalKnown() && unsure.size() < MOST_UNSURE) {
                    unsure.add(entry.id.value());
                }
            }
            if (!entry.isInDelivery() && !entry.isUnfinished() && !(keepParts && entry.isPart())) {
                entries.remove();
            }
        }
        return stored.table();
    }

    /// It has been told when it came.
    void sure(String id) {
        unsure.remove(id);
    }

    /// Whether of all messages it is known when they came.
    boolean areSure() {
        return unsure.isEmpty();
    }

    /// Another state of a message that no line has been about.
    void replace(QueuedMessage message) {
        stored.put(message);
        unsure.remove(message.id().value());
        Entry entry = open.get(message.id().value());
        if (entry != null) {
            entry.take(message);
            entry.arrived(entry.arrival(), true);
        }
    }

    /// Whether lines were about messages of which nothing else is known.
    boolean haveParts() {
        return open.values().stream().anyMatch(entry -> !entry.isShown());
    }

    /// Lines about any of them may be lost.
    void doubt() {
        open.values().forEach(Entry::doubt);
    }

    /// Whether entries had to be given up since this was asked last.
    boolean hasForgotten() {
        boolean has = forgetful;
        forgetful = false;
        return has;
    }
}
