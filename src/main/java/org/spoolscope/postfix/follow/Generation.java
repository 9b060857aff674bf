package org.spoolscope.postfix.follow;

import org.jspecify.annotations.Nullable;

/// How far one generation of a log was read.
///
/// @param head what it begins with
/// @param offset of the end of the last whole line, in bytes
/// @param tailLength how many bytes before `offset` the next hash covers, at most [#TAIL]
/// @param tail hash of them, empty when `tailLength` is 0
/// @param identity device, inode and birth of the file at that time: a hint only, since inodes are
///   used again and copies have others
public record Generation(
        Fingerprint head, long offset, int tailLength, String tail, String identity) {
    /// How many bytes before the offset are looked at.
    public static final int TAIL = 256;

    /// Whether the bytes before the offset are these.
    public boolean endsWith(byte[] bytes, int length) {
        return length == tailLength
                && (length == 0 || tail.equals(Fingerprint.hash(bytes, 0, length)));
    }

    /// The same, expected in another file.
    public Generation in(String other) {
        return new Generation(head, offset, tailLength, tail, other);
    }

    String text() {
        return identity + " " + offset + " " + head.text() + " " + tailLength + ":" + tail;
    }

    static @Nullable Generation parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 4) {
            return null;
        }
        Fingerprint head = Fingerprint.parse(words[2]);
        int colon = words[3].indexOf(':');
        if (head == null || colon < 0) {
            return null;
        }
        try {
            long offset = Long.parseLong(words[1]);
            int length = Integer.parseInt(words[3], 0, colon, 10);
            return offset < 0 || length < 0 || length > TAIL || length > offset
                    ? null
                    : new Generation(head, offset, length, words[3].substring(colon + 1), words[0]);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
