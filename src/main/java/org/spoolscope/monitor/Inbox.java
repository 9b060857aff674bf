package org.spoolscope.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The bounded way from a server's reading threads to its writer. A full inbox makes the readers
/// wait, which slows the server's sending down; nothing is dropped.
final class Inbox {
    private static final int CAPACITY = 256;

    private final BlockingQueue<Observation> observations = new ArrayBlockingQueue<>(CAPACITY);

    void post(Observation observation) throws InterruptedException {
        observations.put(observation);
    }

    /// Waits for at least one observation and takes all that are there.
    List<Observation> take() throws InterruptedException {
        List<Observation> taken = new ArrayList<>();
        taken.add(observations.take());
        observations.drainTo(taken);
        return taken;
    }
}
