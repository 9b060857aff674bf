package org.spoolscope.postfix.cause;

import java.util.List;

/// One word of a reason: what stands between two spaces, and what can be told from its looks.
final class ReasonWord {
    /// An id of fewer characters is a word.
    private static final int SHORTEST_ID = 6;

    private static final int LONGEST_CODE = 10;
    private static final String CALENDAR =
            " Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ";

    private static final List<String> MAILBOX_FOLDERS =
            List.of("/var/mail/", "/var/spool/mail/", "/var/vmail/", "/home/");

    byte[] bytes = {};
    int from;
    int to;
    int kinds;
    int codeFrom;
    int codeTo;
    int statusFrom;
    int nameFrom;
    int nameTo;
    int addressFrom;
    int addressTo;
    int hostTo;
    int schemeTo;

    void set(byte[] in, int start, int end, int kindsInIt) {
        bytes = in;
        from = start;
        to = end;
        kinds = kindsInIt;
    }

    boolean startsWith(String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Looks for `://`, with letters before it.
    boolean findScheme() {
        for (int i = from + 1; i < to - 2; i++) {
            if (bytes[i] == ':') {
                schemeTo = i + 3;
                return bytes[i + 1] == '/' && bytes[i + 2] == '/';
            }
        }
        return false;
    }

    /// Looks for `NAME[ADDRESS]`, followed by `:PORT` or not.
    boolean findHost() {
        for (int open = from + 1; open < to; open++) {
            if (bytes[open] == '[' && host(open)) {
                return true;
            }
        }
        return false;
    }

    private boolean host(int open) {
        int close = open + 1;
        while (close < to && Ascii.isAddress(bytes[close])) {
            close++;
        }
        if (close >= to || bytes[close] != ']' || close - open < 3) {
            return false;
        }
        int begin = open;
        while (begin > from && Ascii.isName(bytes[begin - 1])) {
            begin--;
        }
        nameFrom = begin;
        nameTo = open;
        addressFrom = open + 1;
        addressTo = close;
        hostTo = close + 1;
        if (hostTo < to && bytes[hostTo] == ':') {
            int port = hostTo + 1;
            while (port < to && Ascii.isDigit(bytes[port])) {
                port++;
            }
            hostTo = port > hostTo + 1 ? port : hostTo;
        }
        return begin < open;
    }

    /// The reply code that the word is or begins with, before a dash: `421`, `421-`, `421-4.7.28`,
    /// `554-Your`; else 0.
    int code() {
        codeFrom = from;
        codeTo = from + 3;
        if (to < codeTo
                || !isClass(bytes[from])
                || !Ascii.isDigit(bytes[from + 1])
                || !Ascii.isDigit(bytes[from + 2])
                || to > codeTo && bytes[codeTo] != '-') {
            return 0;
        }
        return (bytes[from] - '0') * 100 + (bytes[from + 1] - '0') * 10 + bytes[from + 2] - '0';
    }

    /// Whether a dash follows the code: a reply of many lines.
    boolean isDashed() {
        return to > codeTo;
    }

    /// Makes what follows a code and a dash the word, unless it is nothing or an enhanced status
    /// code.
    boolean split() {
        if (code() == 0 || to <= codeTo + 1 || status(codeTo) > 0) {
            return false;
        }
        from = codeTo + 1;
        kinds = 0;
        for (int i = from; i < to; i++) {
            kinds |= Ascii.kind(bytes[i]);
        }
        return true;
    }

    /// The enhanced status code that the word ends with from `at` on, `4.7.28` or `#5.1.0`, as one
    /// number; else 0.
    int status(int at) {
        statusFrom = at < to && (bytes[at] == '-' || bytes[at] == '#') ? at + 1 : at;
        int end = to > statusFrom && bytes[to - 1] == '-' ? to - 1 : to;
        int i = statusFrom;
        if (end - i < 5 || !isClass(bytes[i]) || bytes[i + 1] != '.') {
            return 0;
        }
        int status = bytes[i] - '0';
        int parts = 1;
        int digits = 1;
        for (i++; i < end; i++) {
            if (bytes[i] == '.') {
                if (digits == 0 || parts == 3) {
                    return 0;
                }
                parts++;
                digits = 0;
            } else if (Ascii.isDigit(bytes[i]) && digits < 3) {
                digits++;
            } else {
                return 0;
            }
            status = status * 11 + (bytes[i] == '.' ? 10 : bytes[i] - '0');
        }
        return parts == 3 && digits > 0 ? status : 0;
    }

    /// Whether it is `key=value`, the key of letters.
    boolean isPair() {
        int at = coreFrom();
        int start = at;
        while (at < to && (Ascii.isLetter(bytes[at]) || bytes[at] == '_' || bytes[at] == '-')) {
            at++;
        }
        return at > start && at < to - 1 && bytes[at] == '=';
    }

    /// Where the value of a pair begins.
    int valueFrom() {
        int at = from;
        while (at < to && bytes[at] != '=') {
            at++;
        }
        return Math.min(to, at + 1);
    }

    /// A weekday or a month, as dates have them.
    static boolean isCalendar(byte[] in, int from, int to) {
        int end = to - from == 4 && in[to - 1] == ',' ? to - 1 : to;
        if (end - from != 3 || !Ascii.isUpper(in[from])) {
            return false;
        }
        for (int i = 0; i + 4 < CALENDAR.length(); i += 4) {
            if (in[from] == CALENDAR.charAt(i + 1)
                    && in[from + 1] == CALENDAR.charAt(i + 2)
                    && in[from + 2] == CALENDAR.charAt(i + 3)) {
                return true;
            }
        }
        return false;
    }

    /// Where the account's name begins in the path of a mailbox; 0 in other words.
    int mailboxFrom() {
        for (String folder : MAILBOX_FOLDERS) {
            if (startsWith(folder)) {
                return from + folder.length();
            }
        }
        return 0;
    }

    /// Behind the brackets and quotes that it begins with.
    int coreFrom() {
        int at = from;
        while (at < to && !Ascii.isWord(bytes[at])) {
            at++;
        }
        return at;
    }

    /// Before the punctuation that it ends with.
    int coreTo() {
        int at = to;
        while (at > from && !Ascii.isWord(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    boolean varies() {
        return partVaries(from, to);
    }

    /// An address, a number with or without a unit, a time, an IP, or an id: letters mixed with two
    /// digits or more. A provider's own short code (`TSS04`) does not vary.
    boolean partVaries(int start, int end) {
        int digits = 0;
        int letters = 0;
        int coreStart = -1;
        int coreEnd = start;
        for (int i = start; i < end; i++) {
            int kind = Ascii.kind(bytes[i]);
            if (kind == Ascii.AT) {
                return true;
            }
            if ((kind & (Ascii.DIGIT | Ascii.LETTER)) != 0) {
                digits += kind & Ascii.DIGIT;
                letters += (kind & Ascii.LETTER) >> 1;
                coreStart = coreStart < 0 ? i : coreStart;
                coreEnd = i + 1;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (letters == 0 || letters <= 3 && Ascii.isDigit(bytes[coreStart])) {
            return true;
        }
        return digits >= 2 && end - start >= SHORTEST_ID && !isProviderCode(coreStart, coreEnd);
    }

    /// Capitals, then digits: `S3140`, `IPTS04`, `BL000001`, `LPN007_510`, `OFR_108`. Where all of
    /// it may be hexadecimal it is more likely a queue id, unless it is short.
    private boolean isProviderCode(int start, int end) {
        if (end - start > LONGEST_CODE) {
            return false;
        }
        int at = start;
        boolean hexadecimal = true;
        while (at < end && Ascii.isUpper(bytes[at])) {
            hexadecimal &= bytes[at] <= 'F';
            at++;
        }
        int letters = at - start;
        int digits = 0;
        for (; at < end; at++) {
            if (Ascii.isDigit(bytes[at])) {
                digits++;
            } else if (bytes[at] != '_' && bytes[at] != '-') {
                return false;
            }
        }
        return letters > 0 && letters <= 6 && digits <= (hexadecimal ? 4 : 6);
    }

    /// Labels of letters, digits and dashes, three or more, the last of letters only.
    boolean isHostName(int start, int end) {
        int labels = 1;
        int label = start;
        boolean digitsInLabel = false;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '.') {
                if (i == label) {
                    return false;
                }
                labels++;
                label = i + 1;
                digitsInLabel = false;
            } else if (Ascii.isDigit(bytes[i])) {
                digitsInLabel = true;
            } else if (!Ascii.isLetter(bytes[i]) && bytes[i] != '-' && bytes[i] != '_') {
                return false;
            }
        }
        return labels >= 3 && end - label >= 2 && !digitsInLabel;
    }

    private static boolean isClass(byte b) {
        return b == '2' || b == '4' || b == '5';
    }
}
