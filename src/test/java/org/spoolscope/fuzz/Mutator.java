package org.spoolscope.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages good input: changed, doubled, lost and moved bytes, words of the format where they don't
/// belong, and pieces of another input. The same for the same seed.
final class Mutator {
    private static final int LONGEST = 16 << 10;

    private final Random random;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    /// @param seeds good inputs
    /// @param words what means something in them
    Mutator(long seed, List<byte[]> seeds, List<byte[]> words) {
        this.random = new Random(seed);
        this.seeds = seeds;
        this.words = words;
    }

    /// The next input.
    byte[] next() {
        byte[] bytes = one(seeds);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes = damaged(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] damaged(byte[] in) {
        int at = random.nextInt(in.length + 1);
        int to = Math.min(in.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(10)) {
            case 0, 1 -> {
                byte[] changed = in.clone();
                if (at < in.length) {
                    changed[at] = (byte) random.nextInt(256);
                }
                yield changed;
            }
            case 2 -> {
                byte[] flipped = in.clone();
                if (at < in.length) {
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            case 3 -> Arrays.copyOf(in, at);
            case 4 -> spliced(in, at, to, new byte[0]);
            case 5 -> spliced(in, at, at, Arrays.copyOfRange(in, at, to));
            case 6 -> spliced(in, at, to, one(words));
            case 7 -> spliced(in, at, at, one(words));
            case 8 -> {
                byte[] other = one(seeds);
                int from = random.nextInt(other.length + 1);
                yield spliced(in, at, in.length, Arrays.copyOfRange(other, from, other.length));
            }
            default -> {
                byte[] again = new byte[1 + random.nextInt(300)];
                Arrays.fill(again, at < in.length ? in[at] : (byte) random.nextInt(256));
                yield spliced(in, at, at, again);
            }
        };
    }

    private byte[] one(List<byte[]> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] spliced(byte[] in, int from, int to, byte[] between) {
        byte[] out = new byte[in.length - (to - from) + between.length];
        System.arraycopy(in, 0, out, 0, from);
        System.arraycopy(between, 0, out, from, between.length);
        System.arraycopy(in, to, out, from + between.length, in.length - to);
        return out;
    }
}
