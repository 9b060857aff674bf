package org.spoolscope.postfix.log;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
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

/// Lines per second of one parser on one core, all fields extracted, over a generated log of varied
/// lines (about 25 MB).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class LogParserBench {
    private static final int LINES = 200_000;

    private final LogLine line = new LogLine();
    private byte[] log = {};
    private int[] ends = {};

    @Setup
    public void generate() throws IOException {
        log = LogGenerator.bytes(LINES, 1);
        ends = new int[LINES];
        int end = -1;
        for (int i = 0; i < LINES; i++) {
            end = Scan.indexOf(log, end + 1, log.length, (byte) '\n');
            ends[i] = end;
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parse() {
        LogParser parser =
                new LogParser(
                        ZoneId.of("Europe/Oslo"),
                        InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z")));
        long sum = 0;
        int from = 0;
        for (int end : ends) {
            parser.parse(log, from, end, line);
            sum += line.present() + line.event().ordinal() + line.micros();
            from = end + 1;
        }
        return sum;
    }

    /// What finding the line ends alone costs.
    @Benchmark
    @OperationsPerInvocation(LINES)
    public long split() {
        long sum = 0;
        int end = -1;
        for (int i = 0; i < LINES; i++) {
            end = Scan.indexOf(log, end + 1, log.length, (byte) '\n');
            sum += end;
        }
        return sum;
    }
}
