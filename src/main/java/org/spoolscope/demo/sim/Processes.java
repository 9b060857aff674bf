package org.spoolscope.demo.sim;

import java.util.BitSet;

/// The processes of one kind that work at once, told apart by number as by their process ids.
final class Processes {
    private final BitSet busy = new BitSet();
    private final int limit;
    private int running;

    Processes(int limit) {
        this.limit = limit;
    }

    boolean anyFree() {
        return running < limit;
    }

    int take() {
        int process = busy.nextClearBit(0);
        busy.set(process);
        running++;
        return process;
    }

    void release(int process) {
        busy.clear(process);
        running--;
    }
}
