package org.spoolscope.postfix.follow;

import java.nio.charset.StandardCharsets;

/// Finds the lines in which a logger says that it dropped others.
///
/// journald: `Suppressed 1234 messages from postfix.service`. rsyslog's imuxsock: `imuxsock lost 12
/// messages from pid 34 due to rate-limiting`, and its journal input: `imjournal: 12 messages lost
/// due to rate-limiting (20000 allowed within 600 seconds)`.
public final class SuppressedLines {
    private static final byte[] JOURNALD = ascii("systemd-journal");
    private static final byte[] RSYSLOG = ascii("rsyslogd");
    private static final int LONGEST = 1000;

    /// Of a time: `Nov 12 00:00:00`.
    private static final int SHORTEST_TIME = 15;

    private SuppressedLines() {}

    /// How many lines a whole log line says were dropped, or -1. Of other loggers' lines only a few
    /// bytes are looked at.
    public static long count(byte[] bytes, int from, int to) {
        int at = Math.min(to, from + SHORTEST_TIME);
        // What is left of a longer time, and the host.
        for (int word = 0; word < 2; word++) {
            while (at < to && bytes[at] != ' ') {
                at++;
            }
            while (at < to && bytes[at] == ' ') {
                at++;
            }
        }
        return startsWith(bytes, at, to, JOURNALD) || startsWith(bytes, at, to, RSYSLOG)
                ? count(text(bytes, at, to))
                : -1;
    }

    /// The same of the message alone, known to be a logger's.
    static long count(byte[] message) {
        return count(text(message, 0, message.length));
    }

    private static long count(String text) {
        long number = numberAfter(text, "Suppressed ", " messages from ");
        if (number < 0) {
            number = numberAfter(text, " lost ", " messages from pid ");
        }
        if (number < 0 && text.contains(" messages lost due to rate-limiting")) {
            int end = text.indexOf(" messages lost due to rate-limiting");
            number = number(text, text.lastIndexOf(' ', end - 1) + 1, end);
        }
        return number;
    }

    private static long numberAfter(String text, String before, String after) {
        int start = text.indexOf(before);
        int end = start < 0 ? -1 : text.indexOf(after, start);
        return end < 0 ? -1 : number(text, start + before.length(), end);
    }

    private static long number(String text, int from, int to) {
        try {
            return Long.parseLong(text, from, to, 10);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, LONGEST), StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, int at, int to, byte[] text) {
        if (to - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
