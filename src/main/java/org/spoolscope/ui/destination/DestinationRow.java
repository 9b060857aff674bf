package org.spoolscope.ui.destination;

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

    /// The filter that shows its queued messages on its server. A provider is known in the queue by
    /// its hosts, as the reasons name them.
    public String queueFilter() {
        String of = "server:" + quoted(server);
        if (!figures.provider()) {
            return of + " domain:" + quoted(figures.name());
        }
        String relays =
                figures.causes().stream()
                        .map(cause -> cause.relay())
                        .filter(relay -> !relay.isEmpty())
                        .distinct()
                        .map(relay -> "relay:" + quoted(relay))
                        .collect(java.util.stream.Collectors.joining(" or "));
        return relays.isEmpty() ? of + " " + quoted(figures.name()) : of + " (" + relays + ")";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
