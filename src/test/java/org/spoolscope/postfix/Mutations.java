package org.spoolscope.postfix;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/// Feeds a parser damaged copies of good input, the same ones at each run.
public final class Mutations {
    private static final byte[] SPICE = {
        0,
        '\n',
        '\r',
        '\t',
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        '(',
        ')',
        ':',
        ',',
        '-',
        '*',
        (byte) 0xff,
        (byte) 0xc3,
        (byte) 0xe2,
        '9',
        ' ',
        '<',
        '>',
        '=',
        'z'
    };

    private final Random random = new Random(20_261_124);

    public static void of(byte[] good, int count, Consumer<byte[]> parser) {
        Mutations mutations = new Mutations();
        for (int i = 0; i < count; i++) {
            parser.accept(mutations.damage(good));
        }
    }

    private byte[] damage(byte[] good) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = SPICE[random.nextInt(SPICE.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = without(bytes, at, 1 + random.nextInt(20));
                default -> bytes = twice(bytes, at, 1 + random.nextInt(40));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        int to = Math.min(bytes.length, from + length);
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int from, int length) {
        int to = Math.min(bytes.length, from + length);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + (to - from));
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }
}
