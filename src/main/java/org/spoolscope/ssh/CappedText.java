package org.spoolscope.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Takes all that is written and keeps the beginning. Never blocks, so MINA's I/O thread may write
/// to it.
final class CappedText extends OutputStream {
    private static final int MAX_BYTES = 64 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, MAX_BYTES - kept.size()));
    }

    /// What was kept, invalid UTF-8 replaced.
    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
