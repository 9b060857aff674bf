package org.spoolscope.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The pages that there are, one per kind of place; each is made when it is first gone to. JavaFX
/// thread.
public final class Pages {
    private final Function<Place, Page> maker;
    private final Map<Class<? extends Place>, Page> made = new HashMap<>();

    /// @param maker makes the page for places of that kind
    public Pages(Function<Place, Page> maker) {
        this.maker = maker;
    }

    Page of(Place place) {
        return made.computeIfAbsent(place.getClass(), _ -> maker.apply(place));
    }
}
