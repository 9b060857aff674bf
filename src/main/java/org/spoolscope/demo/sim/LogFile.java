package org.spoolscope.demo.sim;

import java.util.ArrayDeque;

/// The newest part of a growing file. What fell out of it reads as empty lines, so that offsets
/// stay what they were.
final class LogFile {
    private static final int KEPT = 16 << 20;

    private final ArrayDeque<byte[]> lines = new ArrayDeque<>();
    private long base;
    private long size;

    void append(byte[] line) {
        lines.addLast(line);
        size += line.length;
        while (size - base > KEPT) {
            base += lines.removeFirst().length;
        }
    }

    long size() {
        return size;
    }

    /// The bytes from `from` on, at most `most`.
    byte[] read(long from, long most) {
        long to = Math.min(size, from + Math.min(most, KEPT));
        byte[] bytes = new byte[(int) Math.max(0, to - from)];
        for (int i = 0; i < bytes.length && from + i < base; i++) {
            bytes[i] = '\n';
        }
        long at = base;
        for (byte[] line : lines) {
            if (at >= to) {
                break;
            }
            copy(line, at, from, bytes);
            at += line.length;
        }
        return bytes;
    }

    private static void copy(byte[] line, long at, long from, byte[] into) {
        int skip = Math.clamp(from - at, 0, line.length);
        int start = (int) Math.max(0, at - from);
        int length = Math.min(line.length - skip, into.length - start);
        if (length > 0) {
            System.arraycopy(line, skip, into, start, length);
        }
    }
}
