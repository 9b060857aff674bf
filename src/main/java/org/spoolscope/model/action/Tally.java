package org.spoolscope.model.action;

import java.util.Collection;

/// How many messages came to which [Result].
public record Tally(int changed, int gone, int mismatch, int refused, int failed) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public static Tally of(Collection<TargetResult> results) {
        int[] counts = new int[Result.values().length];
        results.forEach(one -> counts[one.result().ordinal()]++);
        return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    public int of(Result result) {
        return switch (result) {
            case CHANGED -> changed;
            case GONE -> gone;
            case MISMATCH -> mismatch;
            case REFUSED -> refused;
            case FAILED -> failed;
        };
    }

    public int total() {
        return changed + gone + mismatch + refused + failed;
    }
}
