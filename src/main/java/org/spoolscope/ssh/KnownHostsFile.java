package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;

/// A known_hosts file: read whole, written only by appending a line.
record KnownHostsFile(Path path, Home home) {
    private static final int MAX_BYTES = 16 << 20;

    /// All lines that name keys; none when there is no such file.
    ///
    /// @throws SshException when there is something that can't be read or is no text: OpenSSH's
    ///   user would be asked about a host that was known, and might say yes
    List<KnownHostsLine> read() throws SshException {
        byte[] bytes;
        try {
            bytes = bytes();
        } catch (IOException e) {
            throw unreadable(reason(e));
        }
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                throw unreadable(Words.get("ssh.known-hosts.no-text").toString());
            }
        }
        List<KnownHostsLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            KnownHostsLine.parse(line, home.shorten(path) + ":" + number).ifPresent(lines::add);
        }
        return lines;
    }

    /// Appends a line for this key. The style of the file is kept: names are hashed when the file's
    /// are.
    void append(String name, HostKey key) throws IOException {
        byte[] old = bytes();
        String text = new String(old, StandardCharsets.ISO_8859_1);
        boolean hashed = text.startsWith("|1|") || text.contains("\n|1|");
        String line =
                (old.length > 0 && old[old.length - 1] != '\n' ? "\n" : "")
                        + (hashed ? HostPatterns.hash(name) : name)
                        + " "
                        + key.type()
                        + " "
                        + key.base64()
                        + "\n";
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, "rwx------"));
        }
        Set<StandardOpenOption> options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        // One write of a short line: a reader, or a crash, sees it whole or not at all.
        try (FileChannel file = FileChannel.open(path, options, mode(path, "rw-------"))) {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
    }

    private byte[] bytes() throws IOException {
        try {
            if (Files.isDirectory(path)) {
                throw new IOException(Words.get("ssh.known-hosts.directory").toString());
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException(Words.get("ssh.known-hosts.too-large").toString());
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> Words.get("ssh.known-hosts.denied").toString();
            default -> String.valueOf(e.getMessage());
        };
    }

    private SshException unreadable(String why) {
        return new SshException(new LinkFailure.KnownHostsUnreadable(home.shorten(path), why));
    }
}
