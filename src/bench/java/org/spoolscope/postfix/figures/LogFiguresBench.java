package org.spoolscope.postfix.figures;

import java.io.IOException;
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
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.log.LogGenerator;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;

/// What one line costs to fold, on top of parsing, over a generated log of varied lines; and what a
/// snapshot costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class LogFiguresBench {
    private static final int LINES = 60_000;

    private LogLine[] parsed = {};
    private LogFigures figures = figures();

    @Setup
    public void parse() throws IOException {
        parsed = LogGenerator.parsed(LINES, 1);
        figures = figures();
        fold();
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public LogFigures fold() {
        for (LogLine line : parsed) {
            figures.fold(line);
        }
        return figures;
    }

    /// Nanoseconds for all that a window shows of one server.
    @Benchmark
    public int snapshot() {
        return figures.causes(200).size()
                + figures.destinations(200).size()
                + (figures.rates() == null ? 0 : 1);
    }

    private static LogFigures figures() {
        return new LogFigures(
                new CauseRules(CausesFile.builtIn()), new Providers(ProvidersFile.builtIn()));
    }
}
