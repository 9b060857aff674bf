package org.spoolscope.monitor.follow;

import java.time.InstantSource;
import org.spoolscope.model.LogGap;

/// Says where lines of one source are lost, or may be.
final class Gaps {
    private final String source;
    private final LineSink sink;
    private final InstantSource clock;

    Gaps(String source, LineSink sink, InstantSource clock) {
        this.source = source;
        this.sink = sink;
        this.clock = clock;
    }

    void say(LogGap.Cause cause) throws InterruptedException {
        sink.gap(new LogGap(clock.instant(), source, cause, null, null, null));
    }
}
