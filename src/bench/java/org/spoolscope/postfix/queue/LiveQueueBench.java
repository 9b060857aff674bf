package org.spoolscope.postfix.queue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spoolscope.postfix.log.LogGenerator;
import org.spoolscope.postfix.log.LogLine;

/// What one line costs that tells of a queue, on top of parsing, over a generated log of varied
/// lines.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class LiveQueueBench {
    private static final int LINES = 60_000;

    private LogLine[] parsed = {};

    @Setup
    public void parse() throws IOException {
        parsed = LogGenerator.parsed(LINES, 1);
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public LiveQueue fold() {
        LiveQueue queue = new LiveQueue(Map.of("postfix", "-"), true);
        for (LogLine line : parsed) {
            queue.fold(line);
        }
        return queue;
    }
}
