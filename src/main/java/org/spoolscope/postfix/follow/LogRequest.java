package org.spoolscope.postfix.follow;

import java.nio.charset.StandardCharsets;

/// A request to the `log-read` loop; see [LogCommands]. All that varies is checked here.
///
/// @param text the line or lines, as sent
/// @param most how many bytes of data the answer may hold
public record LogRequest(String text, long most) {
    /// The slots there are: descriptors a POSIX shell can name.
    public static final int FIRST_SLOT = 3;

    /// See [#FIRST_SLOT].
    public static final int LAST_SLOT = 9;

    private static final int LONGEST_LIST = 8 << 20;
    private static final long LARGEST_NUMBER = 999_999_999_999_999L;

    /// Opens a file in a slot that is free.
    public static LogRequest open(int slot, String path) {
        return new LogRequest("open " + slot(slot) + "\n" + path(path) + "\n", 0);
    }

    /// Reads blocks.
    ///
    /// @param path to compare with the slot, or empty
    public static LogRequest read(int slot, int blockSize, long skip, int count, String path) {
        String compared = path.isEmpty() ? "" : path(path);
        return new LogRequest(
                "read %d %d %d %d\n%s\n"
                        .formatted(
                                slot(slot),
                                number(blockSize),
                                number(skip),
                                number(count),
                                compared),
                (long) blockSize * count);
    }

    /// Reads from inside a packed file.
    public static LogRequest unpack(int slot, Packing packing, long skip, long count) {
        String kind = packing.ending().substring(1);
        return new LogRequest(
                "unpack %d %s %d %d\n".formatted(slot(slot), kind, number(skip), number(count)),
                count);
    }

    public static LogRequest close(int slot) {
        return new LogRequest("close " + slot(slot) + "\n", 0);
    }

    /// The file and its rotated generations.
    public static LogRequest list(String path) {
        return new LogRequest("list\n" + path(path) + "\n", LONGEST_LIST);
    }

    /// As sent.
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a path can be asked for: absolute, one line, no control characters.
    public static boolean isPath(String path) {
        return path.startsWith("/")
                && path.length() <= 4096
                && path.chars().noneMatch(Character::isISOControl);
    }

    private static String path(String path) {
        if (!isPath(path)) {
            throw new IllegalArgumentException("not a path that can be read");
        }
        return path;
    }

    private static int slot(int slot) {
        if (slot < FIRST_SLOT || slot > LAST_SLOT) {
            throw new IllegalArgumentException("no such slot: " + slot);
        }
        return slot;
    }

    private static long number(long number) {
        if (number < 0 || number > LARGEST_NUMBER) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return number;
    }
}
