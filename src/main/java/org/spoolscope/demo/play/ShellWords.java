package org.spoolscope.demo.play;

import java.util.ArrayList;
import java.util.List;

/// Splits a line into words as a POSIX shell does (POSIX.1-2017, Shell Command Language 2.2):
/// blanks part words, and single quotes, double quotes and backslashes protect. What a shell would
/// expand or act on (`$`, backquotes, `;`, `|`, `&`, redirections, globs) is refused unless
/// protected: the demo runs nothing.
final class ShellWords {
    private static final String ACTIVE = "$`;|&<>()*?[]{}~#\n";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /// The words of the line.
    ///
    /// @throws IllegalArgumentException when a quote is not closed, or something would be expanded
    static List<String> split(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t' -> end();
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> add(next("a backslash"));
                default -> {
                    if (ACTIVE.indexOf(c) >= 0) {
                        throw new IllegalArgumentException("syntax error: unexpected " + c);
                    }
                    add(c);
                }
            }
        }
        end();
        return words;
    }

    private void singleQuoted() {
        inWord = true;
        int close = line.indexOf('\'', at);
        if (close < 0) {
            throw new IllegalArgumentException("syntax error: unterminated quoted string");
        }
        word.append(line, at, close);
        at = close + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        for (char c = next("a quote"); c != '"'; c = next("a quote")) {
            if (c == '$' || c == '`') {
                throw new IllegalArgumentException("syntax error: unexpected " + c);
            }
            if (c == '\\' && at < line.length() && "$`\"\\".indexOf(line.charAt(at)) >= 0) {
                c = line.charAt(at++);
            }
            word.append(c);
        }
    }

    private char next(String after) {
        if (at >= line.length()) {
            throw new IllegalArgumentException("syntax error: nothing follows " + after);
        }
        return line.charAt(at++);
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
