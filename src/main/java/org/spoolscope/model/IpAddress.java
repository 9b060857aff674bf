package org.spoolscope.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// An IPv4 or IPv6 address. Nothing is ever resolved.
public final class IpAddress implements Comparable<IpAddress> {
    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int MAPPED = 12;
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads `192.0.2.10` (four decimal numbers without leading zeros) or an IPv6 address (RFC 4291
    /// 2.2, without zone). An IPv4 address mapped into IPv6 (`::ffff:192.0.2.10`) is that IPv4
    /// address.
    public static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0
                ? v4(text).map(IpAddress::new)
                : v6(text).map(IpAddress::ofWire).map(IpAddress::unmapped);
    }

    /// Of its four or sixteen bytes; an IPv4 address mapped into IPv6 stays as it is.
    ///
    /// @throws IllegalArgumentException for another number of bytes
    public static IpAddress ofWire(byte... bytes) {
        if (bytes.length != V4 && bytes.length != V6) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes");
        }
        return new IpAddress(bytes.clone());
    }

    public boolean isV4() {
        return bytes.length == V4;
    }

    /// The four or sixteen bytes, network order; a copy.
    public byte[] toWire() {
        return bytes.clone();
    }

    /// Its labels in a reverse zone or blocklist (RFC 5782 2.1, 2.4): `10.2.0.192`, or 32 nibbles.
    public String reversed() {
        StringBuilder labels = new StringBuilder(isV4() ? 15 : 63);
        for (int i = bytes.length - 1; i >= 0; i--) {
            int value = Byte.toUnsignedInt(bytes[i]);
            if (!labels.isEmpty()) {
                labels.append('.');
            }
            if (isV4()) {
                labels.append(value);
            } else {
                labels.append(Character.forDigit(value & 0xF, 16))
                        .append('.')
                        .append(Character.forDigit(value >> 4, 16));
            }
        }
        return labels.toString();
    }

    /// Whether it is in a network.
    ///
    /// @param network its first address
    /// @param prefix its length in bits
    public boolean isIn(IpAddress network, int prefix) {
        if (bytes.length != network.bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = prefix - bit >= Byte.SIZE ? 0xFF : 0xFF00 >> prefix - bit;
            int at = bit / Byte.SIZE;
            if (((bytes[at] ^ network.bytes[at]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private IpAddress unmapped() {
        byte[] prefix = new byte[MAPPED];
        prefix[MAPPED - 2] = (byte) 0xFF;
        prefix[MAPPED - 1] = (byte) 0xFF;
        return Arrays.equals(prefix, 0, MAPPED, bytes, 0, MAPPED)
                ? new IpAddress(Arrays.copyOfRange(bytes, MAPPED, V6))
                : this;
    }

    private static Optional<byte[]> v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[V4];
        if (parts.length != V4) {
            return Optional.empty();
        }
        for (int i = 0; i < V4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 0xFF) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        String groups = text;
        int last = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') >= 0) {
            Optional<byte[]> v4 = v4(text.substring(last));
            if (v4.isEmpty()) {
                return Optional.empty();
            }
            String hex = HexFormat.of().formatHex(v4.get());
            groups = text.substring(0, last) + hex.substring(0, 4) + ":" + hex.substring(4);
        }
        int gap = groups.indexOf("::");
        if (gap < 0) {
            return hex(groups).filter(bytes -> bytes.length == V6);
        }
        Optional<byte[]> head = hex(groups.substring(0, gap));
        Optional<byte[]> tail = hex(groups.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= V6) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head.get(), V6);
        System.arraycopy(tail.get(), 0, bytes, V6 - tail.get().length, tail.get().length);
        return Optional.of(bytes);
    }

    /// Groups of up to four hexadecimal digits between colons; empty text has none.
    private static Optional<byte[]> hex(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] groups = text.split(":", -1);
        byte[] bytes = new byte[groups.length * 2];
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                return Optional.empty();
            }
            int value = Integer.parseInt(groups[i], 16);
            bytes[2 * i] = (byte) (value >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) value;
        }
        return Optional.of(bytes);
    }

    /// Its canonical form: RFC 5952 for IPv6.
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(isV4() ? "." : ":");
        if (isV4()) {
            for (byte part : bytes) {
                text.add(Integer.toString(Byte.toUnsignedInt(part)));
            }
            return text.toString();
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] =
                    Byte.toUnsignedInt(bytes[2 * i]) << 8 | Byte.toUnsignedInt(bytes[2 * i + 1]);
        }
        return compressed(groups);
    }

    /// The longest run of zero groups, if there are two or more, becomes `::`; the first of equals.
    private static String compressed(int[] groups) {
        int start = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        return length < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
    }

    private static String joined(int[] groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /// IPv4 before IPv6, then by number.
    @Override
    public int compareTo(IpAddress other) {
        int byKind = Integer.compare(bytes.length, other.bytes.length);
        return byKind != 0 ? byKind : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
