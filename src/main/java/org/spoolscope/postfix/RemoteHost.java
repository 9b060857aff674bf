package org.spoolscope.postfix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `NAME[ADDRESS]` as Postfix writes hosts into reasons and log lines.
///
/// @param name in lower case
/// @param ip an IPv4 or IPv6 address
/// @param from where it begins in the text it was found in
/// @param to where it ends there, `:PORT` included
record RemoteHost(String name, String ip, int from, int to) {
    /// The first one in the text, or null.
    static @Nullable RemoteHost firstIn(String text) {
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            RemoteHost host = at(text, open);
            if (host != null) {
                return host;
            }
        }
        return null;
    }

    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable RemoteHost at(String text, int open) {
        int close = open + 1;
        while (close < text.length() && isAddress(text.charAt(close))) {
            close++;
        }
        if (close >= text.length() || text.charAt(close) != ']' || close - open < 3) {
            return null;
        }
        int from = open;
        while (from > 0 && isName(text.charAt(from - 1))) {
            from--;
        }
        int to = close + 1;
        if (to < text.length() && text.charAt(to) == ':') {
            int port = to + 1;
            while (port < text.length() && isDigit(text.charAt(port))) {
                port++;
            }
            to = port > to + 1 ? port : to;
        }
        return from == open
                ? null
                : new RemoteHost(
                        lowerCase(text.substring(from, open)),
                        text.substring(open + 1, close),
                        from,
                        to);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAddress(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == ':' || c == '.';
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
