package org.spoolscope.ui.shell;

/// The pages that there are, one per kind of place.
public record Pages(
        Page fleet,
        Page queue,
        Page server,
        Page log,
        Page message,
        Page destinations,
        Page blocklists,
        Page deliverability,
        Page actions) {
    Page of(Place place) {
        return switch (place) {
            case Place.FleetOverview _ -> fleet;
            case Place.Queue _ -> queue;
            case Place.Server _ -> server;
            case Place.Log _ -> log;
            case Place.Message _ -> message;
            case Place.Destinations _ -> destinations;
            case Place.Blocklists _ -> blocklists;
            case Place.Deliverability _ -> deliverability;
            case Place.Actions _ -> actions;
        };
    }
}
