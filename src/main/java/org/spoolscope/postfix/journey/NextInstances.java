package org.spoolscope.postfix.journey;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Whether several instances of Postfix write one log, and what may have gone from one to another.
final class NextInstances {
    private final Set<String> ids = new LinkedHashSet<>();
    private byte[] first = {};
    private boolean several;

    void note(LogLine line) {
        if (several || !line.has(LogField.PROGRAM)) {
            return;
        }
        byte[] in = line.bytes();
        int from = line.start(LogField.PROGRAM);
        int to = from;
        while (to < line.end(LogField.PROGRAM) && in[to] != '/') {
            to++;
        }
        if (first.length == 0) {
            first = Arrays.copyOfRange(in, from, to);
        } else {
            several = !Arrays.equals(first, 0, first.length, in, from, to);
        }
    }

    /// A next hop queued a message that is looked for under this id.
    void handedOn(String id) {
        if (ids.size() < WantedIds.MOST) {
            ids.add(id);
        }
    }

    /// Those that were handed on, where there is another instance that may have taken them.
    Set<String> ids() {
        return several ? ids : Set.of();
    }
}
