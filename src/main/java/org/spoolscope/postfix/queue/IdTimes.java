package org.spoolscope.postfix.queue;

import java.util.HashMap;
import java.util.Map;

/// A number for each of the newest ids, in bounded memory: when half of what fits has come in, what
/// came in before that is forgotten.
final class IdTimes {
    /// Is told of an id that is not there.
    static final long NONE = Long.MIN_VALUE;

    private final int half;
    private Map<String, Long> young = new HashMap<>();
    private Map<String, Long> old = new HashMap<>();

    /// @param most how many ids fit
    IdTimes(int most) {
        this.half = most / 2;
    }

    void put(String id, long number) {
        old.remove(id);
        young.put(id, number);
        if (young.size() >= half) {
            old = young;
            young = new HashMap<>();
        }
    }

    long get(String id) {
        Long number = young.get(id);
        if (number == null) {
            number = old.get(id);
        }
        return number == null ? NONE : number;
    }

    /// Its number, which is forgotten.
    long take(String id) {
        Long number = young.remove(id);
        if (number == null) {
            number = old.remove(id);
        }
        return number == null ? NONE : number;
    }
}
