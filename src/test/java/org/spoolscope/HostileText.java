package org.spoolscope;

import java.util.List;

/// What must not come out anywhere where a person or a terminal reads.
public final class HostileText {
    private HostileText() {}

    /// The characters of a text that steer a terminal or hide something: controls but for the line
    /// feed, format characters, line and paragraph separators, as `U+202E`.
    public static List<String> rawIn(String text) {
        return text.codePoints()
                .filter(HostileText::isRaw)
                .distinct()
                .mapToObj(c -> String.format("U+%04X", c))
                .toList();
    }

    private static boolean isRaw(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
