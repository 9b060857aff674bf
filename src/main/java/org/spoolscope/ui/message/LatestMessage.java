package org.spoolscope.ui.message;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// The message to show when any will do, as in a picture of the page: the latest that was put off,
/// which has more to tell than one that went out at once.
public final class LatestMessage {
    private static final int LINES = 20_000;

    private final LogParser parser;
    private final LogLine line = new LogLine();
    private @Nullable String deferred;
    private @Nullable String any;

    private LatestMessage(InstantSource clock) {
        this.parser = new LogParser(ZoneOffset.UTC, clock);
    }

    /// Empty when no log tells of a delivery.
    public static Optional<MessageQuery> in(FleetSnapshot snapshot, InstantSource clock) {
        MessageQuery found = null;
        for (ServerSnapshot server : snapshot.servers()) {
            LatestMessage latest = new LatestMessage(clock);
            latest.read(server.log().window());
            String id = latest.deferred == null ? latest.any : latest.deferred;
            if (id != null && (found == null || latest.deferred != null)) {
                found = new MessageQuery(server.name(), id);
            }
            if (latest.deferred != null) {
                break;
            }
        }
        return Optional.ofNullable(found);
    }

    private void read(LogWindow window) {
        window.read(
                Math.max(window.first(), window.end() - LINES),
                window.end(),
                (_, bytes, from, to) -> {
                    parser.parse(bytes, from, to, line);
                    if (line.event() == LogEvent.DELIVERY && line.has(LogField.ID)) {
                        any = line.textOrEmpty(LogField.ID);
                        deferred = line.is(LogField.STATUS, "deferred") ? any : deferred;
                    }
                });
    }
}
