package org.spoolscope.postfix.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// The queue ids that are looked for, per server; of too many the first ones go.
final class WantedIds {
    static final int MOST = 500;
    private static final int BITS = 1 << 14;

    private final List<Set<String>> bySource = new ArrayList<>();
    private final List<BitSet> hashes = new ArrayList<>();
    private boolean grown;
    private boolean dropped;

    WantedIds(int sources) {
        for (int i = 0; i < sources; i++) {
            bySource.add(new LinkedHashSet<>());
            hashes.add(new BitSet(BITS));
        }
    }

    void add(int source, String id) {
        Set<String> ids = bySource.get(source);
        if (!ids.add(id)) {
            return;
        }
        grown = true;
        hashes.get(source).set(hash(id.getBytes(StandardCharsets.UTF_8), 0, id.length()));
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
            dropped = true;
        }
    }

    boolean has(int source, String id) {
        return bySource.get(source).contains(id);
    }

    /// Whether the line's id is one of them; makes a string only when it may be.
    boolean has(int source, LogLine line, LogField field) {
        return line.has(field)
                && hashes.get(source).get(hash(line.bytes(), line.start(field), line.end(field)))
                && has(source, line.textOrEmpty(field));
    }

    /// Whether any was added since the last time this was asked.
    boolean takeGrown() {
        boolean before = grown;
        grown = false;
        return before;
    }

    /// Whether there were too many.
    boolean isDropped() {
        return dropped;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return (hash ^ hash >>> 14) & BITS - 1;
    }
}
