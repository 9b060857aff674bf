package org.spoolscope.postfix.figures;

import java.util.Arrays;

/// Queue ids that are in the queue, each as a 64-bit hash, in bounded memory: when half of what
/// fits has come in, what came in before that is forgotten.
///
/// A message that enters the queue is known by cleanup's line before the queue manager's; the queue
/// manager's line comes again at each retry. So an id counts once, at the first queue manager's
/// line after cleanup's; one that was queued before we began to read does not count.
final class SeenIds {
    /// One generation's ids at most; 8 bytes each, in a table half empty.
    private static final int LARGEST = 1 << 19;

    private static final int SMALLEST = 1 << 10;

    private Generation young = new Generation();
    private Generation old = new Generation();

    /// A message begins under that id.
    ///
    /// @param again whether it is one that was here before: requeued, or back from a content filter
    void begin(long id, boolean again) {
        remove(id);
        if (again) {
            put(id & ~1L);
        }
    }

    /// A message of that id is about to enter the queue.
    void announce(long id) {
        if (!young.has(id) && !old.has(id)) {
            put(id | 1);
        }
    }

    /// Whether it was announced and has not been taken yet.
    boolean take(long id) {
        return young.take(id) || old.take(id);
    }

    /// It left the queue.
    void remove(long id) {
        if (!young.remove(id)) {
            old.remove(id);
        }
    }

    int count() {
        return young.count + old.count;
    }

    private void put(long id) {
        young.put(id);
        if (young.count >= LARGEST) {
            Generation before = old;
            old = young;
            young = before;
            young.clear();
        }
    }

    /// Open addressing; the lowest bit of a hash says whether it is still to be taken, and an empty
    /// place is zero.
    private static final class Generation {
        long[] places = new long[SMALLEST];
        int count;

        void put(long id) {
            if (count * 2 >= places.length) {
                grow();
            }
            int at = find(id);
            count += places[at] == 0 ? 1 : 0;
            places[at] = id;
        }

        boolean has(long id) {
            return places[find(id)] != 0;
        }

        boolean take(long id) {
            int at = find(id);
            if ((places[at] & 1) == 0) {
                return false;
            }
            places[at] &= ~1L;
            return true;
        }

        boolean remove(long id) {
            int at = find(id);
            if (places[at] == 0) {
                return false;
            }
            places[at] = 0;
            count--;
            closeUp(at);
            return true;
        }

        void clear() {
            Arrays.fill(places, 0);
            count = 0;
        }

        /// Where it is, or the empty place where it belongs.
        private int find(long id) {
            int at = home(id);
            while (places[at] != 0 && (places[at] | 1) != (id | 1)) {
                at = at + 1 & places.length - 1;
            }
            return at;
        }

        /// Moves back what stands behind a place that has become empty.
        private void closeUp(int empty) {
            int hole = empty;
            int at = hole + 1 & places.length - 1;
            while (places[at] != 0) {
                int home = home(places[at]);
                if ((at - home & places.length - 1) >= (at - hole & places.length - 1)) {
                    places[hole] = places[at];
                    places[at] = 0;
                    hole = at;
                }
                at = at + 1 & places.length - 1;
            }
        }

        private void grow() {
            long[] before = places;
            places = new long[before.length * 2];
            for (long id : before) {
                if (id != 0) {
                    places[find(id)] = id;
                }
            }
        }

        private int home(long id) {
            return (int) (id >>> 20) & places.length - 1;
        }
    }
}
