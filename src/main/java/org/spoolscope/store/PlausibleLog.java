package org.spoolscope.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.spoolscope.model.Words;

/// What a packed log unpacks to, as long as that is plausible: a log packs to a tenth or a
/// thirtieth, what was made to fill memory or time to a thousandth and less.
final class PlausibleLog extends FilterInputStream {
    /// As `log-search.sh` has it for logs on a server.
    static final int MOST_PACKED = 100;

    /// So many bytes always come out.
    static final long ALWAYS = 256L << 20;

    private final CountedStream packed;
    private long unpacked;

    PlausibleLog(InputStream in, CountedStream packed) {
        super(in);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        check();
        int b = in.read();
        unpacked += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        check();
        int read = in.read(bytes, from, length);
        unpacked += Math.max(0, read);
        return read;
    }

    private void check() throws IOException {
        if (unpacked > ALWAYS + MOST_PACKED * packed.count()) {
            throw new IOException(Words.get("log.file.implausible", MOST_PACKED).toString());
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
