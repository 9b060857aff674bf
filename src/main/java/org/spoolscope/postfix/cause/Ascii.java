package org.spoolscope.postfix.cause;

/// Kinds of bytes, as one look-up. Bytes of many-byte characters count as letters.
final class Ascii {
    static final int DIGIT = 1;
    static final int LETTER = 2;
    static final int UPPER = 4;
    static final int AT = 8;
    static final int OPEN = 16;
    static final int EQUALS = 32;
    static final int SLASH = 64;

    /// What makes a word one that has to be looked at.
    static final int SPECIAL = DIGIT | AT | OPEN | EQUALS | SLASH;

    /// By unsigned byte; negative for a space.
    static final byte[] KINDS = kinds();

    private Ascii() {}

    static int kind(byte b) {
        return KINDS[b & 0xff];
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetter(byte b) {
        return (KINDS[b & 0xff] & LETTER) != 0;
    }

    static boolean isWord(byte b) {
        return (KINDS[b & 0xff] & (LETTER | DIGIT)) != 0;
    }

    static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /// What the parts of a link stand between.
    static boolean separates(byte b) {
        return b == '/' || b == '?' || b == '&' || b == '=' || b == '#';
    }

    /// Of hexadecimal digits, colons and points: what an IP address is made of.
    static boolean isAddress(byte b) {
        return isDigit(b) || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F' || b == ':' || b == '.';
    }

    /// What a host's name is made of.
    static boolean isName(byte b) {
        return isWord(b) || b == '.' || b == '-' || b == '_';
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int b = 0; b < 256; b++) {
            int kind = 0;
            if (b >= '0' && b <= '9') {
                kind = DIGIT;
            } else if (b >= 'A' && b <= 'Z') {
                kind = LETTER | UPPER;
            } else if (b >= 'a' && b <= 'z' || b >= 0x80) {
                kind = LETTER;
            }
            kinds[b] = (byte) kind;
        }
        kinds['@'] = AT;
        kinds['['] = OPEN;
        kinds['='] = EQUALS;
        kinds['/'] = SLASH;
        for (char space : new char[] {' ', '\t', '\r', '\n'}) {
            kinds[space] = Byte.MIN_VALUE;
        }
        return kinds;
    }
}
