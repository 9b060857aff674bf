package org.spoolscope.postfix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.TableRows;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;

/// What it costs to read a listing of 20,000 messages (about 6 MB), and what comes of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PostqueueJsonBench {
    private static final int MESSAGES = 20_000;

    private byte[] listing = {};
    private TableRows rows = TableRows.NONE;

    /// Eight senders and eight causes, as in a campaign that one provider slows down.
    @Setup
    public void write() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "{\"queue_name\": \"deferred\", \"queue_id\": \"4jYPMX%07d\","
                                    + " \"arrival_time\": %d, \"message_size\": %d,"
                                    + " \"forced_expire\": false,"
                                    + " \"sender\": \"bounce-%d@news.example.org\","
                                    + " \"recipients\": [{\"address\": \"user%d@example%d.com\","
                                    + " \"delay_reason\": \"host mx%d.example.net[192.0.2.%d] said:"
                                    + " 421 4.7.28 Our system has detected an unusual rate of mail"
                                    + " (in reply to end of DATA command)\"}]}%n",
                            i,
                            1_795_480_000 + i,
                            random.nextInt(90_000),
                            random.nextInt(8),
                            i,
                            random.nextInt(300),
                            i % 8,
                            i % 8));
        }
        listing = text.toString().getBytes(StandardCharsets.UTF_8);
        rows = TableRows.all(List.of(QueueTable.of(read().messages())));
    }

    @Benchmark
    public Listed read() throws IOException {
        return PostqueueJson.readAll("-", new ByteArrayInputStream(listing));
    }

    @Benchmark
    public Object groupByReason() {
        return QueueGroups.of(rows, QueueGroups.By.REASON, LogSettings.builtIn().judgement());
    }

    @Benchmark
    public Object shape() {
        return QueueShape.of(rows, Instant.EPOCH);
    }

    @Benchmark
    public long filter() throws FilterSyntaxException {
        Filter filter =
                Filter.parse(
                        "example7 or (reason:*DATA* dsn:5.*)", LogSettings.builtIn().judgement());
        return filter.of(rows, List.of("mail1"), Instant.EPOCH).size();
    }
}
