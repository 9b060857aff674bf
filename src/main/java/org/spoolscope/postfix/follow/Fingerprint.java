package org.spoolscope.postfix.follow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a generation of a log begins with, as hashes: enough to know it again under another name,
/// as a copy, and inside a compressed file, without storing what it says.
///
/// @param length how many bytes are covered, 0 to [#FULL]
/// @param rungs hashes of the first 64, 256 and `length` bytes, those below `length` first
public record Fingerprint(int length, List<String> rungs) {
    /// How many bytes are looked at.
    public static final int FULL = 1024;

    /// Of a file that had nothing in it yet.
    public static final Fingerprint NONE = new Fingerprint(0, List.of());

    private static final int[] RUNGS = {64, 256};
    private static final int HASH_BYTES = 16;

    /// How the beginning of a file compares.
    public enum Match {
        /// The file begins with these bytes.
        SAME,
        /// The file is shorter, and as far as it goes and can be compared it is the same.
        SHORTER,
        /// It begins in another way, or too little is known to say.
        OTHER
    }

    public Fingerprint {
        rungs = List.copyOf(rungs);
    }

    /// Of the first `length` bytes; what is beyond [#FULL] does not count.
    public static Fingerprint of(byte[] head, int length) {
        int covered = Math.min(length, FULL);
        if (covered == 0) {
            return NONE;
        }
        List<String> rungs = new ArrayList<>();
        for (int rung : RUNGS) {
            if (rung < covered) {
                rungs.add(hash(head, 0, rung));
            }
        }
        rungs.add(hash(head, 0, covered));
        return new Fingerprint(covered, rungs);
    }

    /// Compares with the first bytes of a file.
    ///
    /// @param available how many of them are there; less than [#FULL] only when the file is shorter
    public Match match(byte[] head, int available) {
        if (length == 0) {
            return Match.OTHER;
        }
        if (available >= length) {
            return rungs.getLast().equals(hash(head, 0, length)) ? Match.SAME : Match.OTHER;
        }
        for (int i = RUNGS.length - 1; i >= 0; i--) {
            if (RUNGS[i] < length && RUNGS[i] <= available) {
                return rungs.get(i).equals(hash(head, 0, RUNGS[i])) ? Match.SHORTER : Match.OTHER;
            }
        }
        return Match.OTHER;
    }

    /// SHA-256 of some bytes, its first 16 bytes in hexadecimal.
    public static String hash(byte[] bytes, int from, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, to - from);
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `LENGTH:HASH,HASH…`.
    String text() {
        return length + ":" + String.join(",", rungs);
    }

    /// Null for what [#text] would not write.
    static @Nullable Fingerprint parse(String text) {
        int colon = text.indexOf(':');
        try {
            int length = colon < 0 ? -1 : Integer.parseInt(text, 0, colon, 10);
            if (length == 0 && colon == text.length() - 1) {
                return NONE;
            }
            List<String> rungs = List.of(text.substring(colon + 1).split(",", -1));
            int expected = length > RUNGS[1] ? 3 : length > RUNGS[0] ? 2 : 1;
            return length < 1 || length > FULL || rungs.size() != expected
                    ? null
                    : new Fingerprint(length, rungs);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
