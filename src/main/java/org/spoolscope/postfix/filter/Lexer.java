package org.spoolscope.postfix.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spoolscope.postfix.filter.Token.Kind;

/// Cuts a filter text into tokens. A key and its value become two.
final class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /// The tokens, with an [Kind#END] behind the last.
    static List<Token> tokens(String text) throws FilterSyntaxException {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.token();
        }
        lexer.put(Kind.END, text.length(), "", "");
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void token() throws FilterSyntaxException {
        char c = text.charAt(at);
        if (c == '(' || c == ')') {
            put(c == '(' ? Kind.OPEN : Kind.CLOSE, at++, "", "");
        } else if (c == '-' && at + 1 < text.length() && !isBlank(text.charAt(at + 1))) {
            put(Kind.NOT, at++, "", "");
        } else {
            key();
        }
    }

    private void key() throws FilterSyntaxException {
        int start = at;
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        String sign = end == start ? "" : signAt(end);
        if (sign.isEmpty()) {
            word();
            return;
        }
        put(Kind.KEY, start, text.substring(start, end), sign);
        at = end + sign.length();
        if (at == text.length() || isEnd(text.charAt(at))) {
            throw new FilterSyntaxException(at + 1, "value-missing", text.substring(start, at));
        }
        int value = at;
        put(Kind.WORD, value, value(), "");
    }

    private void word() throws FilterSyntaxException {
        int start = at;
        if (isSignAlone(start)) {
            String sign = signAt(start);
            throw new FilterSyntaxException(start + 1, "sign-alone", sign, "age" + sign + "2h");
        }
        String word = value();
        boolean quoted = text.substring(start, at).indexOf('"') >= 0;
        Kind kind =
                switch (quoted ? "" : word.toLowerCase(Locale.ROOT)) {
                    case "or" -> Kind.OR;
                    case "and" -> Kind.AND;
                    case "not" -> Kind.NOT;
                    default -> Kind.WORD;
                };
        put(kind, start, word, "");
    }

    private String value() throws FilterSyntaxException {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isEnd(text.charAt(at))) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> quoted(value);
                case '*' -> value.append(Glob.ANY_TEXT);
                case '?' -> value.append(Glob.ANY_ONE);
                default -> value.append(c);
            }
        }
        return value.toString();
    }

    /// To the closing quote; `\"` and `\\` stand for the character alone.
    private void quoted(StringBuilder value) throws FilterSyntaxException {
        int open = at;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape =
                    text.charAt(at) == '\\'
                            && at + 1 < text.length()
                            && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new FilterSyntaxException(open, "quote-open");
        }
        at++;
    }

    private String signAt(int index) {
        if (text.startsWith("<=", index) || text.startsWith(">=", index)) {
            return text.substring(index, index + 2);
        }
        return index < text.length() && ":<>=".indexOf(text.charAt(index)) >= 0
                ? text.substring(index, index + 1)
                : "";
    }

    /// A comparison without a key, as in `age > 2h`; `<user@example.org>` and `::1` are words.
    private boolean isSignAlone(int index) {
        char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
        return switch (text.charAt(index)) {
            case '>', '=' -> true;
            case '<' -> isEnd(next) || next == '=' || next >= '0' && next <= '9';
            case ':' -> isEnd(next);
            default -> false;
        };
    }

    private void put(Kind kind, int index, String word, String sign) {
        tokens.add(new Token(kind, index + 1, word, sign));
    }

    private static boolean isEnd(char c) {
        return isBlank(c) || c == '(' || c == ')';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
