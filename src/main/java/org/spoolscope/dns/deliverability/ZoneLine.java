package org.spoolscope.dns.deliverability;

import org.spoolscope.model.IpAddress;

/// Records as lines of a zone file (RFC 1035 5.1), to be copied. What came from outside is escaped,
/// so that a line holds printable ASCII only.
final class ZoneLine {
    private static final int LONGEST_STRING = 255;

    private ZoneLine() {}

    static String address(String name, IpAddress address) {
        String type = address.isV4() ? "A" : "AAAA";
        return name + ". IN " + type + " " + address;
    }

    static String pointer(IpAddress address, String name) {
        return DnsNames.reverse(address) + ". IN PTR " + name + ".";
    }

    static String exchange(String domain, String host) {
        return domain + ". IN MX 10 " + host + ".";
    }

    /// @param value each character a byte; cut into strings of 255
    static String text(String name, String value) {
        StringBuilder line = new StringBuilder(name).append(". IN TXT");
        for (int from = 0; from < value.length(); from += LONGEST_STRING) {
            int to = Math.min(value.length(), from + LONGEST_STRING);
            line.append(" \"");
            value.substring(from, to).chars().forEach(c -> escape(line, c));
            line.append('"');
        }
        return line.toString();
    }

    private static void escape(StringBuilder line, int c) {
        if (c < 0x20 || c > 0x7e) {
            line.append(String.format("\\%03d", c & 0xff));
        } else if (c == '"' || c == '\\') {
            line.append('\\').append((char) c);
        } else {
            line.append((char) c);
        }
    }
}
