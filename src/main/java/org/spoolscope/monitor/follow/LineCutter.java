package org.spoolscope.monitor.follow;

import java.util.Arrays;
import org.spoolscope.postfix.log.LineEnds;

/// Cuts pieces of a stream into lines. Whole lines are handed on where they lie; only a line that
/// two pieces share is copied, and of that only the beginning is kept.
final class LineCutter {
    private final int longest;
    private byte[] begun = new byte[512];
    private int length;
    private boolean skipping;

    LineCutter(int longest) {
        this.longest = longest;
    }

    /// Skips what comes until the first line end: the stream begins somewhere inside a line.
    void skipFirst() {
        skipping = true;
    }

    /// Takes the next piece and hands on the lines that end in it.
    ///
    /// @return behind the last line end, or `from` when there is none
    int take(byte[] bytes, int from, int to, LineSink sink) throws InterruptedException {
        int start = from;
        int end = LineEnds.next(bytes, from, to);
        if (end < to && (length > 0 || skipping)) {
            if (!skipping) {
                keep(bytes, from, end);
                hand(begun, 0, length, sink);
            }
            length = 0;
            skipping = false;
            start = end + 1;
            end = LineEnds.next(bytes, start, to);
        }
        while (end < to) {
            hand(bytes, start, end, sink);
            start = end + 1;
            end = LineEnds.next(bytes, start, to);
        }
        keep(bytes, start, to);
        return start;
    }

    /// Hands on a last line that has no end.
    void finish(LineSink sink) throws InterruptedException {
        if (length > 0 && !skipping) {
            hand(begun, 0, length, sink);
        }
        length = 0;
    }

    private void keep(byte[] bytes, int from, int to) {
        int kept = skipping ? 0 : Math.min(to - from, longest - length);
        if (kept <= 0) {
            return;
        }
        if (length + kept > begun.length) {
            begun = Arrays.copyOf(begun, Math.min(longest, Math.max(length + kept, 4 * length)));
        }
        System.arraycopy(bytes, from, begun, length, kept);
        length += kept;
    }

    /// A file that was being written when the system went down may hold NULs.
    private void hand(byte[] bytes, int from, int to, LineSink sink) throws InterruptedException {
        int start = from;
        while (start < to && bytes[start] == 0) {
            start++;
        }
        if (start < to || from == to) {
            sink.line(bytes, start, Math.min(to, start + longest));
        }
    }
}
