package org.spoolscope.postfix.provider;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names of hosts and domains, looked up as bytes, whole or from the right; capitals do not matter.
final class NameTable {
    private final byte[][] names;
    private final @Nullable String[] values;
    private final int mask;

    NameTable(Map<String, String> valuesByName) {
        int size = Integer.highestOneBit(Math.max(8, valuesByName.size() * 2)) * 2;
        names = new byte[size][];
        values = new @Nullable String[size];
        mask = size - 1;
        valuesByName.forEach((name, value) -> {
            byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            int hash = 0;
            for (int i = bytes.length - 1; i >= 0; i--) {
                hash = hash * 31 + bytes[i];
            }
            int place = place(hash);
            while (values[place] != null) {
                place = place + 1 & mask;
            }
            names[place] = bytes;
            values[place] = value;
        });
    }

    /// Of the longest name that `bytes[from, to)` is or lies below; null where there is none.
    @Nullable String below(byte[] bytes, int from, int to) {
        String found = null;
        int hash = 0;
        for (int i = to - 1; i >= from; i--) {
            hash = hash * 31 + lower(bytes[i]);
            if (i == from || bytes[i - 1] == '.') {
                String value = at(hash, bytes, i, to);
                found = value == null ? found : value;
            }
        }
        return found;
    }

    /// Of exactly that name; null where it is not known.
    @Nullable String of(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = to - 1; i >= from; i--) {
            hash = hash * 31 + lower(bytes[i]);
        }
        return at(hash, bytes, from, to);
    }

    private @Nullable String at(int hash, byte[] bytes, int from, int to) {
        int place = place(hash);
        String value = values[place];
        while (value != null) {
            if (isSame(names[place], bytes, from, to)) {
                return value;
            }
            place = place + 1 & mask;
            value = values[place];
        }
        return null;
    }

    private int place(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }

    private static boolean isSame(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != lower(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
}
