package org.spoolscope.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Hands on at most so many bytes; one more, and `over` is called and the stream ends. An end
/// before all that has come was read is an error: the link was lost.
final class BudgetedInput extends InputStream {
    private final InputStream in;
    private final Runnable over;
    private final LongSupplier received;
    private long read;
    private long left;

    /// @param received how many bytes have come
    BudgetedInput(InputStream in, long max, Runnable over, LongSupplier received) {
        this.in = in;
        this.left = max;
        this.over = over;
        this.received = received;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left < 0) {
            return -1;
        }
        int some = in.read(bytes, offset, length);
        if (some < 0 && read < received.getAsLong()) {
            throw new EOFException("the link was lost before all was read");
        }
        read += Math.max(0, some);
        if (some <= left) {
            left -= Math.max(0, some);
            return some;
        }
        int last = (int) left;
        left = -1;
        over.run();
        return last == 0 ? -1 : last;
    }

    @Override
    public int available() throws IOException {
        return left < 0 ? 0 : (int) Math.min(left, Math.max(0, in.available()));
    }

    /// Leaves the pipe open: MINA ends the whole session when data meets a closed one.
    @Override
    public void close() {
        left = -1;
    }
}
