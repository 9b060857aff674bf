package org.spoolscope.cli;

import org.spoolscope.model.DisplayText;

/// How many columns of a terminal a text takes: none for combining marks, two for what Unicode
/// Standard Annex #11 calls Wide or Fullwidth, one for the rest.
final class DisplayWidth {
    /// First and last code point of the wide blocks.
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18CFF},
        {0x1B000, 0x1B2FF},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private DisplayWidth() {}

    static int of(DisplayText text) {
        return text.toString().codePoints().map(DisplayWidth::of).sum();
    }

    /// The text in at most `max` columns, the last of them an ellipsis when something was cut.
    static DisplayText clip(DisplayText text, int max) {
        String whole = text.toString();
        if (whole.length() <= max / 2 || of(text) <= max) {
            return text;
        }
        int width = 0;
        int end = 0;
        while (end < whole.length()) {
            int c = whole.codePointAt(end);
            if (width + of(c) > max - 1) {
                break;
            }
            width += of(c);
            end += Character.charCount(c);
        }
        return DisplayText.of(whole.substring(0, end) + "…");
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (c >= block[0] && c <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
