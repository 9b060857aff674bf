package org.spoolscope.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads behind the window: drawing charts, sorting tables, commands that block.
final class Workers {
    private Workers() {}

    /// Virtual threads, since a connection test waits for a minute while a chart wants to be drawn.
    static ExecutorService start() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("worker ", 0).factory());
    }
}
