package org.spoolscope.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// JSON's own escapes, and besides them DEL, the C1 controls and every format and separator
/// character.
final class TerminalEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return isSteering(c) ? new SerializedString(String.format("\\u%04x", c)) : null;
    }

    /// Whether it is one that this class is not asked for: format characters beyond the basic
    /// plane.
    static boolean isSupplementaryFormat(int c) {
        return c > Character.MAX_VALUE && isSteering(c);
    }

    /// The text as a JSON string, quotes and all.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32).append('"');
        text.codePoints().forEach(c -> quote(c, out));
        return out.append('"').toString();
    }

    private static void quote(int c, StringBuilder out) {
        if (c == '"' || c == '\\') {
            out.append('\\').append((char) c);
        } else if (isSteering(c)) {
            for (char unit : Character.toChars(c)) {
                out.append(String.format("\\u%04x", (int) unit));
            }
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean isSteering(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
