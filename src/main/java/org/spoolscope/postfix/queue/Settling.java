package org.spoolscope.postfix.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Messages that were put off a moment ago. The last line of a round is written before the queue
/// manager moves the message, so that a listing that begins in between finds it where it was.
final class Settling {
    private static final long MOMENT = 2_000_000;
    private static final int MOST = 1 << 14;

    private record Deferred(String id, long micros) {}

    private final Deque<Deferred> newest = new ArrayDeque<>();

    void add(String id, long micros) {
        newest.addLast(new Deferred(id, micros));
        while (newest.size() > MOST || newest.getFirst().micros() < micros - MOMENT) {
            newest.removeFirst();
        }
    }

    /// Those of the last moment.
    void forEach(long now, Consumer<String> to) {
        for (Deferred deferred : newest) {
            if (deferred.micros() >= now - MOMENT) {
                to.accept(deferred.id());
            }
        }
    }
}
