package org.spoolscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// New contents for a file, written beside it and flushed to the disk, waiting to take its place in
/// one step. Closing without [#commit] leaves the old file and nothing else.
///
/// A new file is for its owner only (mode 0600), a replaced one keeps its mode.
final class AtomicWrite implements AutoCloseable {
    private final Path file;
    private final Path temporary;

    private AtomicWrite(Path file, Path temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    static AtomicWrite to(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        createFolder(folder);
        // createTempFile gives mode 0600 where there are modes.
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        AtomicWrite write = new AtomicWrite(file, temporary);
        try {
            write.fill(bytes);
            return write;
        } catch (IOException | RuntimeException e) {
            write.close();
            throw e;
        }
    }

    /// Puts the new contents in the file's place.
    void commit() throws IOException {
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        flushFolder();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }

    private void fill(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        if (hasModes(file) && Files.exists(file)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (hasModes(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static boolean hasModes(Path path) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /// Makes the new name itself survive a power cut. Windows can't open a folder for that, and
    /// needs no such step.
    private void flushFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && hasModes(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
