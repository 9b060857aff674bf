package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What has come over a channel and nobody has read yet, in a ring that grows up to the channel's
/// window: the server may send no more than that ahead.
///
/// In place of MINA's pipe, which begins a new buffer each time it was read empty, lets it grow
/// again step by step, and moves all that is left to the front at each read: for a long log that is
/// as much to do as decrypting it. Also, what has come can be read to its end after the channel was
/// closed.
///
/// Threading: one reader; MINA's threads write.
final class ChannelPipe {
    private static final int FIRST_BYTES = 8 << 10;

    /// A ring up to this size is kept for good.
    private static final int SMALL = 64 << 10;

    /// How often the reader waits, with no more than a small ring in use, before a large one goes.
    private static final int WAITS = 64;

    private final Release release;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final OutputStream writer = new Writer();
    private byte[] ring = new byte[0];
    private int start;
    private int filled;
    private boolean ended;
    private volatile boolean dropped;
    private int waits;

    /// Lets the server send more.
    @FunctionalInterface
    interface Release {
        /// As many bytes as were read.
        void bytes(int read) throws IOException;
    }

    ChannelPipe(Release release) {
        this.release = release;
    }

    /// Takes what comes, without ever waiting; closing it is the end of the stream, and what comes
    /// after that is dropped.
    OutputStream writer() {
        return writer;
    }

    /// Waits for at least one byte, or the end.
    ///
    /// @param length at least 1
    /// @return how many bytes were read, -1 at the end
    /// @throws InterruptedIOException when interrupted while waiting
    int read(byte[] bytes, int offset, int length) throws IOException {
        int read = take(bytes, offset, length);
        if (read > 0) {
            release.bytes(read);
        }
        return read;
    }

    /// Whether something was dropped: the reader may have met the end before.
    boolean hasDropped() {
        return dropped;
    }

    /// How many bytes can be read without waiting.
    int available() {
        lock.lock();
        try {
            return filled;
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int offset, int length) throws InterruptedIOException {
        lock.lock();
        try {
            while (filled == 0 && !ended) {
                shrink();
                changed.await();
            }
            if (filled == 0) {
                return -1;
            }
            int read = Math.min(length, filled);
            int first = Math.min(read, ring.length - start);
            System.arraycopy(ring, start, bytes, offset, first);
            System.arraycopy(ring, 0, bytes, offset + first, read - first);
            filled -= read;
            // What is read empty begins at the front again, where it is in the processor's cache.
            start = filled == 0 ? 0 : (start + read) % ring.length;
            return read;
        } catch (InterruptedException e) {
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while waiting for the server");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            lock.unlock();
        }
    }

    private void put(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            if (ended) {
                dropped = true;
                return;
            }
            if (filled + length > ring.length) {
                grow(filled + length);
            }
            int end = start + filled;
            int from = end < ring.length ? end : end - ring.length;
            int first = Math.min(length, ring.length - from);
            System.arraycopy(bytes, offset, ring, from, first);
            System.arraycopy(bytes, offset + first, ring, 0, length - first);
            filled += length;
            if (filled > SMALL) {
                waits = 0;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void grow(int least) {
        byte[] larger = new byte[Math.max(FIRST_BYTES, Integer.highestOneBit(least - 1) << 1)];
        int first = Math.min(filled, ring.length - start);
        System.arraycopy(ring, start, larger, 0, first);
        System.arraycopy(ring, 0, larger, first, filled - first);
        ring = larger;
        start = 0;
    }

    /// A log that was caught up with needs a large ring no more.
    private void shrink() {
        if (ring.length > SMALL && ++waits == WAITS) {
            ring = new byte[0];
            waits = 0;
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Writer extends OutputStream {
        @Override
        public void write(int one) {
            put(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            put(bytes, offset, length);
        }

        @Override
        public void close() {
            end();
        }
    }
}
