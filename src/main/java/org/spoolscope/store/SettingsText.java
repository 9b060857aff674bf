package org.spoolscope.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// The text of a settings file as it was at one moment, and the way to replace it.
///
/// @param file where it is really written: symbolic links are followed
/// @param bytes what was read; empty for a missing file
/// @param exists whether there was a file
/// @param text the bytes as UTF-8, without a byte order mark
record SettingsText(Path file, byte[] bytes, boolean exists, String text) {
    /// Far more than a thousand servers need.
    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MAX_LINKS = 40;

    /// A missing file reads as empty.
    ///
    /// @throws ConfigException when it is a directory, larger than [#MAX_BYTES] or no UTF-8
    static SettingsText read(Path file) throws ConfigException, IOException {
        Path target = followLinks(file);
        byte[] bytes;
        try {
            bytes = bytes(target);
        } catch (NoSuchFileException e) {
            return new SettingsText(target, new byte[0], false, "");
        }
        String text = decode(target, bytes);
        return new SettingsText(
                target, bytes, true, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /// Replaces the file by one with this text, unless it is no longer as it was read. The old or
    /// the new text is there at every moment, also after a crash.
    ///
    /// @return whether it was written; false when someone else has changed the file
    boolean replaceWith(String newText) throws ConfigException, IOException {
        byte[] newBytes = encode(marked() ? BYTE_ORDER_MARK + newText : newText);
        try (AtomicWrite write = AtomicWrite.to(file, newBytes)) {
            SettingsText now = read(file);
            if (now.exists != exists || !Arrays.equals(now.bytes, bytes)) {
                return false;
            }
            write.commit();
            return true;
        }
    }

    private boolean marked() {
        return bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }

    private static byte[] bytes(Path file) throws ConfigException, IOException {
        if (Files.isDirectory(file)) {
            throw new ConfigException(file + ": is a directory; a file is expected here");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ConfigException(file + ": is no ordinary file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConfigException(
                        file + ": is larger than 1 MiB; this can't be the file that was meant");
            }
            return bytes;
        }
    }

    private static String decode(Path file, byte[] bytes) throws ConfigException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            String before = out.flip().toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw new ConfigException(
                    String.format(
                            "%s:%d:%d: is not UTF-8 (byte 0x%02X); save the file as UTF-8",
                            file, line, column, bytes[in.position()]));
        }
        return out.flip().toString();
    }

    private static byte[] encode(String text) throws ConfigException {
        try {
            ByteBuffer out = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[out.remaining()];
            out.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new ConfigException(
                    "a text with half a character (a lone surrogate) can't be kept");
        }
    }

    /// [Path#toRealPath] would fail for a link whose target is yet to be written.
    private static Path followLinks(Path file) throws IOException {
        Path target = file;
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? target.toRealPath() : target;
    }
}
