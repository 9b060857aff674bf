package org.spoolscope.ui.queue;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;

/// What one answer of the Queue page costs off the JavaFX thread: filter, sort, groups, domain by
/// age, and reconciliation with the rows shown before.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QueueSearchBench {
    @Param({"20000", "100000"})
    int messages;

    private FleetSnapshot fleet = FleetSnapshot.EMPTY;
    private QueueQuery byKeys = QueueQuery.EVERYTHING;
    private QueueQuery byWords = QueueQuery.EVERYTHING;
    private QueueRows shown = QueueRows.NONE;

    @Setup
    public void make() throws FilterSyntaxException {
        fleet = TestingFleet.of(messages);
        byKeys =
                QueueQuery.EVERYTHING.matching(
                        Filter.parse(
                                "queue:deferred domain:gmail.example age>30m",
                                LogSettings.builtIn().judgement()));
        byWords =
                QueueQuery.EVERYTHING
                        .matching(Filter.parse("unusual rate", LogSettings.builtIn().judgement()))
                        .sorted(QueueColumn.REASON, false);
        shown = answer(QueueQuery.EVERYTHING).rows();
    }

    @Benchmark
    public Object everything() {
        return answer(QueueQuery.EVERYTHING);
    }

    @Benchmark
    public Object byKeys() {
        return answer(byKeys);
    }

    @Benchmark
    public Object byWords() {
        return answer(byWords);
    }

    private QueueAnswer answer(QueueQuery query) {
        return new QueueSearch(
                        query,
                        fleet.servers(),
                        TestingFleet.NOW,
                        shown,
                        LogSettings.builtIn().judgement())
                .answer();
    }
}
