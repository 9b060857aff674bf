package org.spoolscope.postfix.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The texts that all rules look for, found in a reason in one pass: by their first two bytes,
/// which they must have.
final class TextIndex {
    private static final int PLACES = 4096;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> texts = new ArrayList<>();
    private final List<Integer> next = new ArrayList<>();
    private final int[] heads = new int[PLACES];

    TextIndex() {
        Arrays.fill(heads, -1);
    }

    /// The numbers of these texts, which are looked for from now on.
    int[] add(List<String> wanted) {
        return wanted.stream().mapToInt(text -> add(text.toLowerCase(Locale.ROOT))).toArray();
    }

    private int add(String text) {
        return numbers.computeIfAbsent(
                text,
                fresh -> {
                    byte[] bytes = fresh.getBytes(StandardCharsets.UTF_8);
                    int place = place(bytes[0], bytes.length > 1 ? bytes[1] : 0);
                    next.add(heads[place]);
                    texts.add(bytes);
                    heads[place] = texts.size() - 1;
                    return texts.size() - 1;
                });
    }

    /// The numbers of those that are in `text`, which is in lower case, each beginning where a word
    /// begins. In scripts other than Latin a beginning is not asked for.
    BitSet in(byte[] text) {
        int length = text.length;
        BitSet found = new BitSet(texts.size());
        for (int at = 0; at < length; at++) {
            byte first = text[at];
            if (at > 0 && first > 0 && Ascii.isWord(first) && Ascii.isWord(text[at - 1])) {
                continue;
            }
            byte second = at + 1 < length ? text[at + 1] : 0;
            for (int i = heads[place(first, second)]; i >= 0; i = next.get(i)) {
                byte[] wanted = texts.get(i);
                if (wanted.length <= length - at
                        && Arrays.equals(wanted, 0, wanted.length, text, at, at + wanted.length)) {
                    found.set(i);
                }
            }
        }
        return found;
    }

    private static int place(byte first, byte second) {
        return (first * 61 + second) & PLACES - 1;
    }
}
