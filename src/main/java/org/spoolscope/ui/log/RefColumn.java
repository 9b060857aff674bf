package org.spoolscope.ui.log;

import java.util.Arrays;

/// The rows that were found, oldest first, as two columns of numbers that grow at the end and
/// shrink at the beginning.
///
/// What has been handed out as a [View] is never written to again: rows are only added behind it.
/// Belongs to one thread; views are for any.
final class RefColumn {
    /// Rows as they were at one moment.
    ///
    /// @param from of the first row, in the arrays
    /// @param dropped how many rows there were before the first, ever: positions count on
    record View(long[] refs, long[] micros, int from, int size, long dropped) {
        static final View NONE = new View(new long[0], new long[0], 0, 0, 0);

        long ref(int row) {
            return refs[from + row];
        }

        /// Microseconds since the epoch; [Long#MIN_VALUE] where the line has no time.
        long micros(int row) {
            return micros[from + row];
        }
    }

    private long[] refs = new long[1024];
    private long[] micros = new long[1024];
    private int from;
    private int to;
    private long dropped;

    void add(long ref, long time) {
        if (to == refs.length) {
            grow();
        }
        refs[to] = ref;
        micros[to++] = time;
    }

    int size() {
        return to - from;
    }

    long ref(int row) {
        return refs[from + row];
    }

    long micros(int row) {
        return micros[from + row];
    }

    void dropFirst(int rows) {
        from += rows;
        dropped += rows;
    }

    View view() {
        return new View(refs, micros, from, to - from, dropped);
    }

    private void grow() {
        int live = size();
        int room = Math.max(1024, live + live / 2);
        refs = Arrays.copyOf(Arrays.copyOfRange(refs, from, to), room);
        micros = Arrays.copyOf(Arrays.copyOfRange(micros, from, to), room);
        from = 0;
        to = live;
    }
}
