package org.spoolscope.postfix.queue;

import org.jspecify.annotations.Nullable;

/// Messages that are about to come: lines were about them, and the queue manager has not taken them
/// up. Many never come.
final class Arrivals {
    private static final int MOST = 1 << 17;

    /// In the numbers, behind the time.
    private static final int NAMED = 1;

    private static final int UNSURE = 2;
    private static final int FLAGS = 2;

    private final IdTimes coming = new IdTimes(MOST);

    /// @param micros when it came
    /// @param sure whether that was told; it may have been in the queue under another id before
    record Arrival(long micros, boolean sure) {
        private static final long SECOND = 1_000_000;

        /// As a line has it. A time that is told to the second only is in the middle of it, on
        /// average; a whole second is what listings tell, which know it exactly.
        static Arrival told(long micros, boolean sure) {
            return new Arrival(micros % SECOND == 0 ? micros + SECOND / 2 : micros, sure);
        }
    }

    void begin(String id, Arrival arrival) {
        coming.put(id, arrival.micros() << FLAGS | (arrival.sure() ? 0 : UNSURE));
    }

    /// It has a Message-ID: it is whole but for its end.
    ///
    /// @param micros when that was told
    void name(String id, long micros) {
        long known = coming.get(id);
        long arrival = known == IdTimes.NONE ? Arrival.told(micros, true).micros() << FLAGS : known;
        coming.put(id, arrival | NAMED);
    }

    boolean isNamed(String id) {
        long known = coming.get(id);
        return known != IdTimes.NONE && (known & NAMED) != 0;
    }

    /// How it came, which is forgotten; null where that was not seen.
    @Nullable Arrival take(String id) {
        long known = coming.take(id);
        return known == IdTimes.NONE ? null : new Arrival(known >> FLAGS, (known & UNSURE) == 0);
    }
}
