package org.spoolscope.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text as lines that can be inserted and removed, everything else kept to the letter: each
/// line's own ending (LF or CRLF, or none at the end of the file) stays.
final class Lines {
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

    private final List<String> lines;
    private final String ending;

    private Lines(List<String> lines, String ending) {
        this.lines = lines;
        this.ending = ending;
    }

    static Lines of(String text) {
        List<String> lines = new ArrayList<>();
        LINE.matcher(text).results().forEach(line -> lines.add(line.group()));
        boolean crlf = !lines.isEmpty() && lines.getFirst().endsWith("\r\n");
        return new Lines(lines, crlf ? "\r\n" : "\n");
    }

    String text() {
        return String.join("", lines);
    }

    int size() {
        return lines.size();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean isBlank(int line) {
        return lines.get(line).isBlank();
    }

    /// Whether nothing but blank lines follows, from this line on.
    boolean isBlankFrom(int line) {
        return lines.subList(line, lines.size()).stream().allMatch(String::isBlank);
    }

    boolean isComment(int line) {
        return lines.get(line).stripLeading().startsWith("#");
    }

    /// The white space that a line begins with.
    String indent(int line) {
        String text = lines.get(line);
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    /// Offset of the line's first character in [#text].
    int offset(int line) {
        return lines.subList(0, line).stream().mapToInt(String::length).sum();
    }

    /// The line that holds the last character before this offset.
    int lineAt(int end) {
        int line = 0;
        int start = 0;
        while (line < lines.size() && start + lines.get(line).length() < end) {
            start += lines.get(line).length();
            line++;
        }
        return line;
    }

    /// Where the value begins of the key that begins there; no key holds an equals sign, however it
    /// is quoted.
    int valueStart(int line, int column) {
        String text = text();
        int i = text.indexOf('=', offset(line) + column) + 1;
        while (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
            i++;
        }
        return i;
    }

    void insert(int at, List<String> added) {
        if (at > 0 && !lines.get(at - 1).endsWith("\n")) {
            lines.set(at - 1, lines.get(at - 1) + ending);
        }
        lines.addAll(at, added.stream().map(line -> line + ending).toList());
    }

    /// Removes the lines from `from` up to, not including, `to`.
    void remove(int from, int to) {
        lines.subList(from, to).clear();
    }

    /// Replaces the characters from `from` up to `to`, offsets in [#text].
    void splice(int from, int to, String by) {
        int first = lineAt(from + 1);
        int last = lineAt(to);
        String head = lines.get(first).substring(0, from - offset(first));
        String tail = lines.get(last).substring(to - offset(last));
        remove(first, last + 1);
        lines.add(first, head + by + tail);
    }
}
