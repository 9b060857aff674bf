package org.spoolscope.ui.server;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.Words;

/// Why there are no figures of the log, and what would grant them.
final class LogAbsence {
    private LogAbsence() {}

    /// Null when there may be figures.
    static @Nullable DisplayText of(LogSnapshot log) {
        return switch (log.source()) {
            case null -> Words.get("server.log.looking");
            case LogSource.None(String why) -> Words.get("server.log.none", why);
            case LogSource.Unreadable(String path, _, String grant) ->
                    Words.get("server.log.unreadable", path, grant);
            case LogSource.File _, LogSource.Journal _ ->
                    log.behind() > 1 << 20
                            ? Words.get("server.log.behind", Figures.bytes(log.behind()))
                            : null;
        };
    }
}
