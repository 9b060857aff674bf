package org.spoolscope.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers the domains of many addresses, from 0 in the order in which they come; letter case does
/// not count. Looking up one that came before makes no object. Belongs to one thread.
public final class DomainNumbers {
    private static final int SMALLEST = 1 << 8;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /// As they were written; several may be the same domain.
    private final List<byte[]> keys = new ArrayList<>();

    private int[] numberOfKey = new int[SMALLEST];
    private int[] hashOfKey = new int[SMALLEST];

    /// A key's index and one, 0 where there is none.
    private int[] places = new int[SMALLEST * 2];

    /// The number of the domain `bytes[from, to)`, which is UTF-8.
    public int of(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + lower(bytes[i]);
        }
        hash ^= hash >>> 15;
        int place = hash & places.length - 1;
        for (int key = places[place] - 1; key >= 0; key = places[place] - 1) {
            if (hashOfKey[key] == hash && isKey(keys.get(key), bytes, from, to)) {
                return numberOfKey[key];
            }
            place = place + 1 & places.length - 1;
        }
        return add(bytes, from, to, hash);
    }

    /// How many there are.
    public int count() {
        return names.size();
    }

    /// In lower case.
    public String name(int number) {
        return names.get(number);
    }

    private int add(byte[] bytes, int from, int to, int hash) {
        String name =
                new String(bytes, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        int number = numbers.computeIfAbsent(name, _ -> names.size());
        if (number == names.size()) {
            names.add(name);
        }
        int key = keys.size();
        keys.add(Arrays.copyOfRange(bytes, from, to));
        if (key == numberOfKey.length) {
            grow();
        }
        numberOfKey[key] = number;
        hashOfKey[key] = hash;
        place(key);
        return number;
    }

    private void grow() {
        numberOfKey = Arrays.copyOf(numberOfKey, numberOfKey.length * 2);
        hashOfKey = Arrays.copyOf(hashOfKey, hashOfKey.length * 2);
        places = new int[places.length * 2];
        for (int key = 0; key < keys.size() - 1; key++) {
            place(key);
        }
    }

    private void place(int key) {
        int place = hashOfKey[key] & places.length - 1;
        while (places[place] != 0) {
            place = place + 1 & places.length - 1;
        }
        places[place] = key + 1;
    }

    private static boolean isKey(byte[] key, byte[] bytes, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (lower(key[i]) != lower(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
