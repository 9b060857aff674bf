package org.spoolscope.ui.message;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.spoolscope.model.ServerSnapshot;

/// Finds messages in the lines that are in memory.
public final class JourneySearch implements MessageSearch {
    public JourneySearch(Function<ServerSnapshot, ZoneId> zones, InstantSource clock) {}

    @Override
    public MessageAnswer find(Job job) {
        return new MessageAnswer(job.query(), List.of(), 0);
    }
}
