package org.spoolscope.postfix.journey;

import java.util.ArrayList;
import java.util.List;

/// The lines that were collected; of too many the last ones are left out.
final class Mentions {
    static final int MOST = 50_000;

    private final List<Mention> all = new ArrayList<>();
    private boolean full;

    void add(Mention mention) {
        if (all.size() < MOST) {
            all.add(mention);
        } else {
            full = true;
        }
    }

    List<Mention> all() {
        return all;
    }

    boolean isFull() {
        return full;
    }
}
