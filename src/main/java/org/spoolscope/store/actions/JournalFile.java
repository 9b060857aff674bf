package org.spoolscope.store.actions;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The journal's lines: appended, flushed to the disk, and chained.
///
/// A line ends with `,"chain":"HEX"}`; HEX is the SHA-256 of the chain of the line before and of
/// all of this line up to there. A line that a crash cut short has none; the next one goes on from
/// the last whole line's, and its chain covers the cut one too. So a changed, inserted, moved or
/// removed line is found, except at the end, where lines can be taken off unseen.
///
/// Several programs may append at the same time: the file is locked for each line. Thread-safe.
final class JournalFile implements AutoCloseable {
    private static final String CHAIN = ",\"chain\":\"";
    private static final String END = "\"}";
    private static final int HEX = 64;
    private static final String FIRST = "";

    /// A line of ours is a thousand ids at most; more is no line of ours.
    private static final int LONGEST = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long read;
    private long lines;
    private String chain = FIRST;
    private final StringBuilder cut = new StringBuilder();
    private long cutLine;
    private long broken;

    private JournalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Opens the file, or makes it, for its owner only.
    static JournalFile open(Path path) throws IOException {
        return new JournalFile(path, OwnFile.open(path));
    }

    Path path() {
        return path;
    }

    /// The number, from 1, of the first line that is not as it was written, or 0.
    synchronized long broken() {
        return broken > 0 || cut.isEmpty() ? broken : cutLine;
    }

    /// Appends lines that belong together, and returns when they are on the disk. What others have
    /// appended meanwhile is handed to `others` first.
    ///
    /// @param lines each made of its number, without the closing brace
    synchronized void append(List<LongFunction<String>> lines, Reader others) throws IOException {
        try (FileLock _ = channel.lock()) {
            readOn(others);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (pending.size() > 0) { // a crash cut the last line short
                out.write('\n');
                endLine(others);
            }
            for (LongFunction<String> line : lines) {
                String text = line.apply(++this.lines);
                chain = chained(chain, cut + text);
                cut.setLength(0);
                out.writeBytes(
                        (text + CHAIN + chain + END + "\n").getBytes(StandardCharsets.UTF_8));
            }
            long at = channel.size();
            ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
            read = at;
        }
    }

    /// Reads what has been appended since, by anyone.
    synchronized void refresh(Reader reader) throws IOException {
        if (channel.size() > read + pending.size()) {
            try (FileLock _ = channel.lock()) {
                readOn(reader);
            }
        }
    }

    /// Reads all lines once more, whether they are as they were written or not. Not while another
    /// thread appends: where a file is closed, POSIX ends all locks that the program has on it.
    synchronized void readAgain(Reader reader) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = withoutChain(line);
                if (text != null) {
                    reader.line(text + "}");
                }
            }
        }
    }

    private void readOn(Reader reader) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = read + pending.size();
        while (channel.read(buffer, at) > 0) {
            buffer.flip();
            at += buffer.limit();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    endLine(reader);
                } else if (pending.size() < LONGEST) {
                    pending.write(next);
                } else {
                    throw new IOException(path + ": line " + (lines + 1) + " is too long");
                }
            }
            buffer.clear();
        }
    }

    private void endLine(Reader reader) {
        read += pending.size() + 1L;
        lines++;
        take(pending.toString(StandardCharsets.UTF_8), reader);
        pending.reset();
    }

    private void take(String line, Reader reader) {
        String text = withoutChain(line);
        if (text == null) {
            cutLine = cut.isEmpty() ? lines : cutLine;
            cut.append(line).append('\n');
            return;
        }
        String its = line.substring(text.length() + CHAIN.length(), line.length() - END.length());
        if (!its.equals(chained(chain, cut + text)) && broken == 0) {
            broken = lines;
        }
        cut.setLength(0);
        chain = its;
        reader.line(text + "}");
    }

    /// Null for a line without a chain.
    private static @Nullable String withoutChain(String line) {
        int length = line.length() - END.length() - HEX - CHAIN.length();
        return length > 0 && line.endsWith(END) && line.startsWith(CHAIN, length)
                ? line.substring(0, length)
                : null;
    }

    private static String chained(String before, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    /// Takes the lines, without their chains.
    @FunctionalInterface
    interface Reader {
        void line(String json);
    }
}
