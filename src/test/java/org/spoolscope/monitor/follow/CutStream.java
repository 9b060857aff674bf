package org.spoolscope.monitor.follow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A link that is lost after so many bytes.
final class CutStream extends FilterInputStream {
    private long left;

    /// The link is lost.
    static final class Cut extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Runnable meanwhile;

    /// @param meanwhile done before each piece is read
    CutStream(InputStream in, long bytes, Runnable meanwhile) {
        super(in);
        this.left = bytes;
        this.meanwhile = meanwhile;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new Cut();
        }
        meanwhile.run();
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
