package org.spoolscope.ui.destination;

import java.util.List;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;

/// What the page says in words.
///
/// @param summary one line for the head of the page
/// @param note which logs are missing from it; empty when none is
/// @param empty why the table is empty, if it is
public record DestinationsStatus(DisplayText summary, DisplayText note, Empty empty) {
    /// Why there is nothing in the table.
    public enum Empty {
        /// There is something in it.
        NO,
        NO_SERVERS,
        /// No log is readable.
        NO_LOG,
        /// Nothing was delivered in the last hour, nor tried.
        NOTHING_TRIED
    }

    static final DestinationsStatus NOTHING =
            new DestinationsStatus(DisplayText.EMPTY, DisplayText.EMPTY, Empty.NO_SERVERS);

    static DestinationsStatus of(List<ServerSnapshot> servers) {
        if (servers.isEmpty()) {
            return NOTHING;
        }
        int destinations = 0;
        long attempts = 0;
        for (ServerSnapshot server : servers) {
            destinations += server.log().destinations().size();
            for (DestinationFigures figures : server.log().destinations()) {
                attempts += figures.attempts();
            }
        }
        List<String> unread =
                servers.stream()
                        .filter(server -> !isRead(server))
                        .map(ServerSnapshot::name)
                        .toList();
        Empty empty = Empty.NO;
        if (destinations == 0) {
            empty = unread.size() == servers.size() ? Empty.NO_LOG : Empty.NOTHING_TRIED;
        }
        return new DestinationsStatus(
                Words.get(
                        "destination.summary",
                        Figures.count(destinations),
                        Figures.count(attempts)),
                unread.isEmpty() || empty == Empty.NO_LOG
                        ? DisplayText.EMPTY
                        : Words.get("destination.unread", String.join(", ", unread)),
                empty);
    }

    private static boolean isRead(ServerSnapshot server) {
        return server.log().source() instanceof LogSource.File
                || server.log().source() instanceof LogSource.Journal
                || server.log().lines() > 0;
    }
}
