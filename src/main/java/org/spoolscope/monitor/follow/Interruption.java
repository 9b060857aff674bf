package org.spoolscope.monitor.follow;

import java.io.InterruptedIOException;

/// A blocking read says in its own way that its thread was interrupted.
final class Interruption {
    private Interruption() {}

    static InterruptedException of(InterruptedIOException cause) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
