package org.spoolscope.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A log on this computer, plain or compressed with gzip, bzip2, xz or zstd.
public final class LogFile {
    private static final int BUFFER = 128 * 1024;

    private LogFile() {}

    /// The file's uncompressed bytes.
    ///
    /// @throws IOException it can't be read, or is not what its first bytes promise. Damage further
    ///   inside shows when it is read: what was read before is sound
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        return uncompressed(Files.newInputStream(file));
    }

    /// The same for what a stream holds, such as standard input. Closes it when the result is
    /// closed, or when it can't be opened.
    public static InputStream uncompressed(InputStream stream) throws IOException {
        try {
            byte[] head = new byte[Compression.MAGIC];
            int length = stream.readNBytes(head, 0, head.length);
            PushbackInputStream in = new PushbackInputStream(stream, head.length);
            in.unread(head, 0, length);
            Compression compression = Compression.of(head, length);
            return compression == Compression.NONE ? in : plausible(compression, in);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static InputStream plausible(Compression compression, InputStream packed)
            throws IOException {
        CountedStream read = new CountedStream(packed);
        return new PlausibleLog(compression.open(new BufferedInputStream(read, BUFFER)), read);
    }
}
