package org.spoolscope.monitor.files;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.LineEnds;

/// Cuts a stream into chunks of whole lines for several threads. The one that takes the next chunk
/// reads it, the others wait or work meanwhile. A line that fills a chunk is cut there and its rest
/// skipped; the last line needs no line end.
final class LineChunks {
    private final InputStream in;
    private final byte[] rest = new byte[LineChunk.CAPACITY];
    private int restLength;
    private long number;
    private boolean skipping;
    private boolean ended;
    private @Nullable IOException failure;

    LineChunks(InputStream in) {
        this.in = in;
    }

    /// Fills the chunk with the next lines; as many as have arrived, at least one.
    ///
    /// @return false at the end of the stream
    synchronized boolean next(LineChunk chunk) {
        System.arraycopy(rest, 0, chunk.bytes, 0, restLength);
        int filled = restLength;
        int lines = 0;
        restLength = 0;
        while (lines == 0) {
            int before = filled;
            filled = fill(chunk.bytes, filled);
            if (skipping) {
                filled = skip(chunk.bytes, filled);
                before = 0;
            }
            lines = ended ? filled : LineEnds.last(chunk.bytes, before, filled);
            if (lines == before && !ended) {
                lines = 0;
            }
            if (lines == 0 && filled == chunk.bytes.length) {
                skipping = true;
                lines = filled;
            } else if (ended && filled == 0) {
                return false;
            }
        }
        restLength = filled - lines;
        System.arraycopy(chunk.bytes, lines, rest, 0, restLength);
        chunk.length = lines;
        chunk.number = number++;
        chunk.rewind();
        return true;
    }

    /// Why the stream ended too early, or null.
    synchronized @Nullable IOException failure() {
        return failure;
    }

    /// Reads on until the buffer is full or nothing more has arrived.
    private int fill(byte[] bytes, int from) {
        int filled = from;
        try {
            while (!ended && filled < bytes.length) {
                int wanted = bytes.length - filled;
                int count = in.read(bytes, filled, wanted);
                ended = count < 0;
                filled += Math.max(0, count);
                if (count < wanted && in.available() == 0) {
                    return filled;
                }
            }
        } catch (IOException e) {
            failure = e;
            ended = true;
        }
        return filled;
    }

    /// Drops the bytes up to the next line feed.
    private int skip(byte[] bytes, int filled) {
        int feed = LineEnds.next(bytes, 0, filled);
        if (feed == filled) {
            return 0;
        }
        skipping = false;
        System.arraycopy(bytes, feed + 1, bytes, 0, filled - feed - 1);
        return filled - feed - 1;
    }
}
