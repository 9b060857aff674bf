package org.spoolscope.monitor.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// Parses a whole log line by line.
public final class EventReader {
    private final ZoneId zone;
    private final InstantSource clock;

    /// @param zone of times that have none
    /// @param clock what a year-less time is compared with
    public EventReader(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /// Hands on each line as it is read, foreign ones too.
    ///
    /// @param in not closed
    /// @param each gets the same object each time; it must not keep it
    /// @throws IOException reading failed; what was read before it was handed on
    public void read(InputStream in, Consumer<LogLine> each) throws IOException {
        LineChunks chunks = new LineChunks(in);
        LineChunk chunk = new LineChunk();
        LogParser parser = new LogParser(zone, clock);
        LogLine line = new LogLine();
        while (chunks.next(chunk)) {
            while (chunk.advance()) {
                parser.parse(chunk.bytes, chunk.start(), chunk.end(), line);
                each.accept(line);
            }
        }
        IOException failure = chunks.failure();
        if (failure != null) {
            throw failure;
        }
    }
}
