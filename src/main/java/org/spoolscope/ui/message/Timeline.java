package org.spoolscope.ui.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Tone;

/// The journey of one message as the page shows it.
///
/// @param first when it was heard of first, or null where its lines have no time
/// @param arrived when it came, or null where neither its beginning nor an attempt tells
/// @param state in a word
/// @param sender `<>` for the null sender; empty where not known
/// @param recipients those that are known, the first few
/// @param size in bytes, or -1
/// @param complete whether its beginning is in memory
/// @param waits whether it is still queued, as far as the log goes
/// @param steps in order
/// @param more how many steps there are besides
record Timeline(
        String server,
        String id,
        @Nullable Instant first,
        @Nullable Instant arrived,
        DisplayText state,
        Tone tone,
        DisplayText sender,
        List<DisplayText> recipients,
        DisplayText messageId,
        long size,
        boolean complete,
        boolean waits,
        List<TimelineStep> steps,
        int more) {
    Timeline {
        recipients = List.copyOf(recipients);
        steps = List.copyOf(steps);
    }

    /// What makes it the same message in a later search. A short id may be used again.
    record Key(String server, String id, @Nullable Instant first) {}

    Key key() {
        return new Key(server, id, first);
    }

    /// Whether this is the same message as `before`, of which more may be known now: what follows,
    /// or an earlier beginning.
    boolean continues(Timeline before) {
        return key().equals(before.key())
                || !before.complete
                        && server.equals(before.server)
                        && id.equals(before.id)
                        && first != null
                        && before.first != null
                        && first.isBefore(before.first);
    }
}
