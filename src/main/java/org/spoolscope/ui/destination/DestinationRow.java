package org.spoolscope.ui.destination;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.DestinationFigures;

/// A destination as one server sees it. Servers are not added up: their delays are percentiles, and
/// what one address is refused for another is not.
///
/// @param server its name
public record DestinationRow(String server, DestinationFigures figures) {
    /// What makes it the same row in the next snapshot.
    record Key(String server, String name) {}

    Key key() {
        return new Key(server, figures.name());
    }

    /// The filter that shows its queued messages on its server.
    ///
    /// @param cause those that wait for this one only, or null for all
    String queueFilter(@Nullable CauseFigures cause) {
        return ("server:" + quoted(server) + " " + filter(cause)).strip();
    }

    /// The filter that shows its lines in its server's log.
    ///
    /// @param cause those that name this one only, or null for all
    String logFilter(@Nullable CauseFigures cause) {
        return cause == null ? ("event:delivery " + filter(null)).strip() : filter(cause);
    }

    private String filter(@Nullable CauseFigures cause) {
        String of =
                figures.name().equals(DestinationFigures.REST)
                        ? ""
                        : (figures.provider() ? "provider:" : "domain:") + quoted(figures.name());
        return cause == null ? of : (of + " cause:" + cause.kind().label()).strip();
    }

    /// In quotes where the filter language would take it for something else.
    private static String quoted(String text) {
        if (!text.isEmpty()
                && text.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "-._@/".indexOf(c) >= 0)) {
            return text;
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
