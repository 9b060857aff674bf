package org.spoolscope.monitor.follow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Fingerprint;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.LogAnswer;

/// One generation of a log while it is read: where we are in it, the line that has begun, and what
/// proves that the next piece goes on where the last one ended.
///
/// Every piece begins a little before that. The bytes that come twice must be the same as before:
/// fewer of them, and the file was truncated; others, and it was truncated and has grown again.
final class OpenGeneration {
    /// How much is read twice at the least, where there is so much.
    static final int OVERLAP = Generation.TAIL;

    /// What is kept for comparing: the least, and what the start of a small block adds.
    private static final int KEPT = OVERLAP + GenerationReader.SMALL_BLOCK;

    /// How the last piece went on from the one before.
    enum Continuity {
        WHOLE,
        /// It ends before.
        SHORTER,
        /// It has other bytes there.
        OTHER
    }

    private final LineCutter cutter;
    private final byte[] head = new byte[Fingerprint.FULL];
    private int headLength;
    private @Nullable Fingerprint fullHead;
    private final LastBytes recent = new LastBytes(KEPT);
    private final LastBytes tail = new LastBytes(Generation.TAIL);
    private final LastBytes again = new LastBytes(KEPT);
    private @Nullable Generation unverified;
    private long next;
    private long lineEnd;
    private boolean lineStarts = true;
    private long at;
    private boolean changed;

    private final Candidate file;
    private final int slot;
    private String identity;
    private boolean atEnd;
    private boolean much;
    private LogAnswer.Where where = LogAnswer.Where.NOT_ASKED;
    private boolean settled;
    private long quietSince;
    private long lastLook;

    /// From the beginning.
    OpenGeneration(Candidate file, int slot, int longestLine) {
        this.file = file;
        this.identity = file.identity();
        this.slot = slot;
        this.cutter = new LineCutter(longestLine);
    }

    /// From where we stopped.
    ///
    /// @param beginning what the file begins with
    OpenGeneration(
            Candidate file, int slot, int longestLine, Generation stopped, byte[] beginning) {
        this(file, slot, longestLine);
        takeHead(beginning);
        this.next = stopped.offset();
        this.lineEnd = stopped.offset();
        this.unverified = stopped;
        this.identity = stopped.identity();
    }

    /// From somewhere in the middle; the line that is cut there is left out.
    static OpenGeneration inside(
            Candidate file, int slot, int longestLine, byte[] beginning, long at) {
        OpenGeneration open = new OpenGeneration(file, slot, longestLine);
        open.takeHead(beginning);
        open.next = at;
        open.lineStarts = false;
        open.cutter.skipFirst();
        return open;
    }

    private void takeHead(byte[] bytes) {
        headLength = Math.min(bytes.length, head.length);
        System.arraycopy(bytes, 0, head, 0, headLength);
    }

    /// From now on it is known by the file it is in, no more by the one that we stopped in.
    void settleIn() {
        identity = file.identity();
    }

    Candidate file() {
        return file;
    }

    /// The slot it is read through; 0 for a packed one, which is read in one go.
    int slot() {
        return slot;
    }

    /// Up to where it was read, the line that has begun included.
    long next() {
        return next;
    }

    /// Whether nothing more was there when it was last read.
    boolean atEnd() {
        return atEnd;
    }

    void atEnd(boolean end) {
        atEnd = end;
    }

    /// Whether there is so much left that it is read in large pieces.
    boolean much() {
        return much;
    }

    void much(boolean left) {
        much = left;
    }

    /// What the live name leads to, compared with this file, when it was last asked.
    LogAnswer.Where where() {
        return where;
    }

    void where(LogAnswer.Where now) {
        where = now;
    }

    /// Whether nobody writes to it any more, for all that is known of its age.
    boolean settled() {
        return settled;
    }

    void settle() {
        settled = true;
        // What was written before that was found out is read first.
        atEnd = slot == 0;
    }

    /// When something last came from it, in nanoseconds of the follower's clock.
    long quietSince() {
        return quietSince;
    }

    void touched(long nanos) {
        quietSince = nanos;
        lastLook = nanos;
    }

    /// When the last look at it began, by the same clock.
    long lastLook() {
        return lastLook;
    }

    void looked(long nanos) {
        lastLook = nanos;
    }

    /// Begins a piece that starts at this offset, at or before [#next].
    void begin(long start) {
        at = start;
        changed = false;
        again.clear();
    }

    /// Takes the next bytes of the piece.
    void take(byte[] bytes, int from, int to, LineSink sink) throws InterruptedException {
        int start = from;
        if (at < next && !changed) {
            int twice = (int) Math.min(to - from, next - at);
            again.append(bytes, from, from + twice);
            at += twice;
            start += twice;
            if (at == next) {
                verify();
            }
        }
        if (start < to && !changed) {
            takeNew(bytes, start, to, sink);
        }
    }

    /// Ends the piece.
    Continuity end() {
        if (changed) {
            return Continuity.OTHER;
        }
        return at < next ? Continuity.SHORTER : Continuity.WHOLE;
    }

    /// Hands on what has no line end: nothing more will come.
    void finish(LineSink sink) throws InterruptedException {
        cutter.finish(sink);
        if (lineStarts && lineEnd < next && recent.length() > 0) {
            lineEnd = next;
            tail.clear();
            tail.append(recent);
        }
    }

    Fingerprint head() {
        if (fullHead != null) {
            return fullHead;
        }
        Fingerprint now = Fingerprint.of(head, headLength);
        if (headLength == head.length) {
            fullHead = now;
        }
        return now;
    }

    /// Whether what was read of this and what begins with these bytes are the same, as far as both
    /// are known: then it is a copy of this.
    boolean beginsLike(byte[] beginning) {
        int compared = Math.min(headLength, beginning.length);
        return compared > 0 && Arrays.equals(head, 0, compared, beginning, 0, compared);
    }

    /// What would be gone on from; null before the first line end.
    @Nullable Generation generation() {
        if (!lineStarts) {
            return null;
        }
        if (unverified != null && lineEnd == unverified.offset()) {
            return new Generation(
                    head(), lineEnd, unverified.tailLength(), unverified.tail(), identity);
        }
        return new Generation(head(), lineEnd, tail.length(), tail.hash(), identity);
    }

    private void verify() {
        if (recent.length() > 0) {
            changed = !again.endsWith(recent);
        } else if (unverified != null && unverified.tailLength() > 0) {
            changed = !again.hash(unverified.tailLength()).equals(unverified.tail());
        }
        if (recent.length() == 0) {
            recent.append(again);
        }
    }

    private void takeNew(byte[] bytes, int from, int to, LineSink sink)
            throws InterruptedException {
        int known = (int) Math.min(head.length, headLength - next);
        if (known >= 0 && headLength < head.length && to - from > known) {
            int copied = Math.min(to - from - known, head.length - headLength);
            System.arraycopy(bytes, from + known, head, headLength, copied);
            headLength += copied;
        }
        int behind = cutter.take(bytes, from, to, sink);
        if (behind > from) {
            lineEnd = next + (behind - from);
            lineStarts = true;
            tail.set(recent, bytes, from, behind);
        }
        recent.append(bytes, from, to);
        next += to - from;
        at = next;
    }
}
