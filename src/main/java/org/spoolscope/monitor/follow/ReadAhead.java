package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a stream on a thread of its own, a few pieces ahead, so that the one who takes them can
/// notice that nothing comes. Who takes slowly slows the reading down.
final class ReadAhead implements AutoCloseable {
    private static final int PIECE = 64 << 10;
    private static final int PIECES = 4;
    private static final byte[] NOTHING = {};

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;

    /// @param bytes null at the end
    /// @param failure that ended it, or null
    private record Piece(byte @Nullable [] bytes, @Nullable IOException failure) {}

    ReadAhead(InputStream in) {
        thread =
                Thread.ofVirtual()
                        .name(Thread.currentThread().getName() + " reading")
                        .start(() -> readInterruptibly(in));
    }

    /// What came next: nothing when nothing came for so long, null when it has ended.
    ///
    /// @throws IOException that the stream ended with
    byte @Nullable [] next(Duration most) throws IOException, InterruptedException {
        Piece piece = pieces.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (piece == null) {
            return NOTHING;
        }
        if (piece.failure() != null) {
            throw piece.failure();
        }
        return piece.bytes();
    }

    /// Whether nothing is read ahead at present.
    boolean isEmpty() {
        return pieces.isEmpty();
    }

    private void readInterruptibly(InputStream in) {
        try {
            try {
                read(in);
                pieces.put(new Piece(null, null));
            } catch (IOException e) {
                pieces.put(new Piece(null, e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream in) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            pieces.put(new Piece(Arrays.copyOf(piece, read), null));
        }
    }

    /// Stops reading. The stream is left to its owner.
    @Override
    public void close() {
        thread.interrupt();
    }
}
