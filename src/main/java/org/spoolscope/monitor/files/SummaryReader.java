package org.spoolscope.monitor.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.summary.PartCounter;
import org.spoolscope.postfix.summary.SummaryCounter;

/// Counts whole logs, one after the other: several threads read and parse chunks of one, and follow
/// messages through them in the log's order.
public final class SummaryReader {
    /// More don't help: reading and following are done by one at a time.
    private static final int MOST_THREADS = 4;

    /// For each thread.
    private static final int CHUNKS = 4;

    private final ZoneId zone;
    private final InstantSource clock;
    private final int threads;

    /// @param zone of times that have none
    /// @param clock what a year-less time is compared with
    public SummaryReader(ZoneId zone, InstantSource clock) {
        this(zone, clock, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    }

    SummaryReader(ZoneId zone, InstantSource clock, int threads) {
        this.zone = zone;
        this.clock = clock;
        this.threads = threads;
    }

    /// Counts a log.
    ///
    /// @param in not closed
    /// @throws IOException reading failed; what was read before it is counted
    public void read(InputStream in, SummaryCounter counter)
            throws IOException, InterruptedException {
        LineChunks chunks = new LineChunks(in);
        ChunkOrder order =
                new ChunkOrder(
                        CHUNKS * threads,
                        chunk -> counter.follow(chunk.notes(), chunk.lines().bytes));
        Callable<PartCounter> work =
                () -> {
                    try {
                        return count(chunks, order);
                    } catch (RuntimeException | Error e) {
                        order.close();
                        throw e;
                    }
                };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<PartCounter>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(work));
            }
            for (Future<PartCounter> part : parts) {
                counter.add(part.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        IOException failure = chunks.failure();
        if (failure != null) {
            throw failure;
        }
    }

    private PartCounter count(LineChunks chunks, ChunkOrder order) throws InterruptedException {
        PartCounter part = new PartCounter();
        LogParser parser = new LogParser(zone, clock);
        LogLine line = new LogLine();
        ParsedChunk chunk = order.take();
        while (chunk != null && chunks.next(chunk.lines())) {
            LineChunk lines = chunk.lines();
            while (lines.advance()) {
                parser.parse(lines.bytes, lines.start(), lines.end(), line);
                part.add(line, chunk.notes());
            }
            order.done(chunk);
            chunk = order.take();
        }
        return part;
    }
}
