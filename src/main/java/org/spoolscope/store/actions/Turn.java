package org.spoolscope.store.actions;

import java.io.IOException;
import java.nio.channels.FileLock;

/// The right to act on one server, which one program at a time has. The system ends it with the
/// program, however that ends.
public final class Turn implements AutoCloseable {
    private final FileLock lock;

    Turn(FileLock lock) {
        this.lock = lock;
    }

    /// Lets others have it. Harmless when the journal is closed, which ends it, too.
    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
    }
}
