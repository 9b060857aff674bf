package org.spoolscope.postfix.follow;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The end of an answer of the `log-read` loop; see [LogCommands].
///
/// @param status `ok`, `no`, `denied`, `bad`, or dd's exit status
/// @param word what was asked for besides data
public record LogAnswer(String status, String word) {
    /// What a path leads to, compared with what is open.
    public enum Where {
        /// The same file.
        SAME,
        /// Another file: this one was renamed.
        OTHER,
        /// Nothing: this one was renamed or deleted, and no new one is there yet.
        GONE,
        /// That was not asked.
        NOT_ASKED
    }

    private static final int LONGEST_WORDS = 128;

    /// The longest that the end of an answer gets, in bytes.
    public static int longest(String nonce) {
        return nonce.length() + LONGEST_WORDS;
    }

    /// Looks whether the bytes up to `to` end as an answer does.
    ///
    /// @param from no byte before it belongs to this answer
    /// @return how many bytes the end takes, or 0 when it has not come yet
    public static int lengthOfEnd(byte[] bytes, int from, int to, byte[] nonce) {
        if (to - from < nonce.length + 3 || bytes[to - 1] != '\n') {
            return 0;
        }
        int earliest = Math.max(from, to - nonce.length - LONGEST_WORDS);
        for (int at = to - 2; at >= earliest && bytes[at] != '\n'; at--) {
            if (bytes[at] == 0) {
                return startsWith(bytes, at + 1, to, nonce) ? to - at : 0;
            }
        }
        return 0;
    }

    /// Reads the end that [#lengthOfEnd] found; null when it is not understood.
    public static @Nullable LogAnswer parse(byte[] bytes, int from, int to, byte[] nonce) {
        int begin = from + 1 + nonce.length + 1;
        if (begin > to - 1) {
            return null;
        }
        String words = new String(bytes, begin, to - 1 - begin, StandardCharsets.US_ASCII);
        int space = words.indexOf(' ');
        return space < 0
                ? new LogAnswer(words, "")
                : new LogAnswer(words.substring(0, space), words.substring(space + 1));
    }

    /// Whether the request was carried out.
    public boolean ok() {
        return status.equals("ok") || status.equals("0");
    }

    /// Of a `read`.
    public Where where() {
        return switch (word) {
            case "same" -> Where.SAME;
            case "other" -> Where.OTHER;
            case "gone" -> Where.GONE;
            default -> Where.NOT_ASKED;
        };
    }

    private static boolean startsWith(byte[] bytes, int at, int to, byte[] nonce) {
        if (at + nonce.length >= to) {
            return false;
        }
        for (int i = 0; i < nonce.length; i++) {
            if (bytes[at + i] != nonce[i]) {
                return false;
            }
        }
        return true;
    }
}
