package org.spoolscope.store;

import java.util.List;
import java.util.stream.Collectors;

/// Writes values as TOML (v1.0), and finds where a value in a TOML text ends.
final class TomlText {
    private TomlText() {}

    /// A basic string: quotation mark, backslash and control characters escaped, and also what
    /// would deceive the eye in an editor (bidi and zero-width characters).
    static String string(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> append(out, c));
        return out.append('"').toString();
    }

    static String strings(List<String> values) {
        return values.stream().map(TomlText::string).collect(Collectors.joining(", ", "[", "]"));
    }

    /// The offset just behind the value that starts at `from`, in a text that has been parsed
    /// without errors.
    static int valueEnd(String text, int from) {
        return switch (text.charAt(from)) {
            case '"', '\'' -> stringEnd(text, from);
            case '[', '{' -> bracketEnd(text, from);
            default -> bareEnd(text, from);
        };
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                            out.append(String.format(c < 0x10000 ? "\\u%04X" : "\\U%08X", c));
                    default -> out.appendCodePoint(c);
                }
            }
        }
    }

    private static int stringEnd(String text, int from) {
        char quote = text.charAt(from);
        String triple = String.valueOf(quote).repeat(3);
        boolean many = text.startsWith(triple, from);
        int i = from + (many ? 3 : 1);
        while (i < text.length()) {
            if (quote == '"' && text.charAt(i) == '\\') {
                i += 2;
            } else if (many && text.startsWith(triple, i)) {
                i += 3;
                // Up to two quotation marks may stand directly before the closing ones.
                while (i < text.length() && text.charAt(i) == quote) {
                    i++;
                }
                return i;
            } else if (!many && text.charAt(i) == quote) {
                return i + 1;
            } else {
                i++;
            }
        }
        return text.length();
    }

    private static int bracketEnd(String text, int from) {
        int depth = 0;
        int i = from;
        while (i < text.length()) {
            switch (text.charAt(i)) {
                case '"', '\'' -> i = stringEnd(text, i);
                case '#' -> {
                    int end = text.indexOf('\n', i);
                    i = end < 0 ? text.length() : end;
                }
                case '[', '{' -> {
                    depth++;
                    i++;
                }
                case ']', '}' -> {
                    depth--;
                    i++;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> i++;
            }
        }
        return text.length();
    }

    private static int bareEnd(String text, int from) {
        int i = from;
        while (i < text.length() && " \t\r\n#,]}".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
