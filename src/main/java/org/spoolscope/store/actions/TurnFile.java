package org.spoolscope.store.actions;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/// Whose turn it is on which server: a lock on one byte for each, of a file that stays empty. Two
/// servers with the same byte only wait for each other.
///
/// The file is opened once for a program: where it is closed anywhere in it, POSIX ends all locks
/// that the program has on it. Thread-safe.
final class TurnFile implements AutoCloseable {
    private final FileChannel channel;

    private TurnFile(FileChannel channel) {
        this.channel = channel;
    }

    static TurnFile open(Path path) throws IOException {
        return new TurnFile(OwnFile.open(path));
    }

    /// Nothing while someone else has it. Does not wait.
    Optional<Turn> on(String server) throws IOException {
        try {
            FileLock lock = channel.tryLock(Integer.toUnsignedLong(server.hashCode()), 1, false);
            return Optional.ofNullable(lock).map(Turn::new);
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
