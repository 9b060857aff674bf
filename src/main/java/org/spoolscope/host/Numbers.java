package org.spoolscope.host;

import java.util.Arrays;

/// The whole numbers in a line that the kernel printed.
final class Numbers {
    private static final int DIGITS = 19;

    private Numbers() {}

    /// Those that stand alone between blanks, in their order; what is no number is left out, and a
    /// number that is too large counts as the largest.
    static long[] in(String line) {
        long[] numbers = new long[24];
        int count = 0;
        for (String word : line.strip().split("[ \\t]+", numbers.length + 1)) {
            if (count < numbers.length && isNumber(word)) {
                numbers[count++] = parse(word);
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long parse(String digits) {
        if (digits.length() > DIGITS) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
