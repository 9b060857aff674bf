package org.spoolscope.postfix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts a byte stream into lines in bounded memory: a line longer than the cap is skipped to its
/// end and counted. LF ends a line, a CR before it is dropped; the last line needs neither.
public final class Lines {
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int cap;
    private byte[] buffer = new byte[CHUNK];
    private int filled;
    private int next;
    private int start;
    private int length;
    private int cut;

    /// @param cap the longest line in bytes, without its end
    public Lines(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /// Moves to the next line.
    ///
    /// @return false at the end of the stream
    public boolean advance() throws IOException {
        boolean skipping = false;
        int searched = 0;
        while (true) {
            int newline = indexOfNewline(next + searched);
            if (newline < 0) {
                skipping |= filled - next > cap;
                next = skipping ? filled : next;
                searched = filled - next;
                if (!fill()) {
                    return last(skipping);
                }
            } else if (skipping || newline - next > cap) {
                cut++;
                next = newline + 1;
                skipping = false;
                searched = 0;
            } else {
                set(next, newline);
                next = newline + 1;
                return true;
            }
        }
    }

    /// Where the line lies in [#buffer].
    public int start() {
        return start;
    }

    /// In bytes, without the line end.
    public int length() {
        return length;
    }

    /// Valid until the next [#advance].
    public byte[] buffer() {
        return buffer;
    }

    /// The line as UTF-8, invalid sequences replaced.
    public String text() {
        return new String(buffer, start, length, StandardCharsets.UTF_8);
    }

    /// How many lines were too long.
    public int cut() {
        return cut;
    }

    private boolean last(boolean skipping) {
        if (skipping) {
            cut++;
            return false;
        }
        if (next == filled) {
            return false;
        }
        set(next, filled);
        next = filled;
        return true;
    }

    private void set(int from, int to) {
        start = from;
        length = to > from && buffer[to - 1] == '\r' ? to - 1 - from : to - from;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Makes room, then reads what is there; false at the end of the stream.
    private boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            return false;
        }
        filled += read;
        return true;
    }
}
