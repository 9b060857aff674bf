package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InputStream;

/// Hands on at most so many bytes of what comes over a channel; one more, and `over` is called and
/// the stream ends.
final class BudgetedInput extends InputStream {
    private final ChannelPipe in;
    private final Runnable over;
    private long left;

    BudgetedInput(ChannelPipe in, long max, Runnable over) {
        this.in = in;
        this.left = max;
        this.over = over;
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
    public int available() {
        return left < 0 ? 0 : (int) Math.min(left, in.available());
    }

    /// Only stops the reading: what still comes is taken all the same.
    @Override
    public void close() {
        left = -1;
    }
}
