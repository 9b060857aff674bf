package org.spoolscope.monitor.follow;

import java.time.Instant;
import java.time.InstantSource;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.SuppressedLines;

/// Hands everything on, and says where a logger dropped lines and said so in the log.
final class SuppressionWatch implements LineSink {
    private final LineSink sink;
    private final InstantSource clock;
    private String source = "";

    SuppressionWatch(LineSink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public void source(String now) throws InterruptedException {
        if (!now.equals(source)) {
            source = now;
            sink.source(now);
        }
    }

    @Override
    public void line(byte[] bytes, int from, int to) throws InterruptedException {
        long dropped = SuppressedLines.count(bytes, from, to);
        if (dropped >= 0) {
            gap(new LogGap(clock.instant(), source, LogGap.Cause.SUPPRESSED, null, null, dropped));
        }
        sink.line(bytes, from, to);
    }

    @Override
    public void again(byte[] bytes, int from, int to) throws InterruptedException {
        sink.again(bytes, from, to);
    }

    @Override
    public void upToDate(Instant at) throws InterruptedException {
        sink.upToDate(at);
    }

    @Override
    public void idle(Instant at) throws InterruptedException {
        sink.idle(at);
    }

    @Override
    public void gap(LogGap gap) throws InterruptedException {
        sink.gap(gap);
    }

    @Override
    public void position(LogPosition position) throws InterruptedException {
        sink.position(position);
    }

    @Override
    public void behind(long bytes) throws InterruptedException {
        sink.behind(bytes);
    }

    @Override
    public void trouble(String message) throws InterruptedException {
        sink.trouble(message);
    }
}
