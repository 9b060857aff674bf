package org.spoolscope.monitor.follow;

import java.util.Arrays;
import org.spoolscope.postfix.follow.Fingerprint;

/// The last so many bytes of a stream.
final class LastBytes {
    private final byte[] kept;
    private int length;

    LastBytes(int most) {
        kept = new byte[most];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(byte[] bytes, int from, int to) {
        int added = to - from;
        if (added >= kept.length) {
            System.arraycopy(bytes, to - kept.length, kept, 0, kept.length);
            length = kept.length;
            return;
        }
        int stays = Math.min(length, kept.length - added);
        System.arraycopy(kept, length - stays, kept, 0, stays);
        System.arraycopy(bytes, from, kept, stays, added);
        length = stays + added;
    }

    void append(LastBytes other) {
        append(other.kept, 0, other.length);
    }

    /// Becomes the end of `before` followed by these bytes.
    void set(LastBytes before, byte[] bytes, int from, int to) {
        clear();
        if (to - from < kept.length) {
            append(before);
        }
        append(bytes, from, to);
    }

    /// Whether these and the others agree, as far as both go back.
    boolean endsWith(LastBytes other) {
        int compared = Math.min(length, other.length);
        return Arrays.equals(
                kept, length - compared, length, other.kept, other.length - compared, other.length);
    }

    String hash() {
        return length == 0 ? "" : Fingerprint.hash(kept, 0, length);
    }

    /// Of the last so many; empty when there are fewer.
    String hash(int last) {
        return last > length ? "" : Fingerprint.hash(kept, length - last, length);
    }
}
