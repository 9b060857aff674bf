package org.spoolscope.monitor.files;

import org.spoolscope.postfix.log.LineEnds;

/// Some whole lines of a log, in the order they are found there. Filled again and again.
final class LineChunk {
    /// Fits into a core's cache.
    static final int CAPACITY = 1 << 18;

    final byte[] bytes = new byte[CAPACITY];
    int length;
    long number;

    private int start;
    private int end;

    /// Begins to go through the lines.
    void rewind() {
        end = -1;
    }

    /// Moves to the next line.
    ///
    /// @return false behind the last one
    boolean advance() {
        start = end + 1;
        if (start >= length) {
            return false;
        }
        end = LineEnds.next(bytes, start, length);
        return true;
    }

    int start() {
        return start;
    }

    /// Without the line end, be it LF or CR LF.
    int end() {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
