package org.spoolscope.ui.destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerSnapshot;

/// What the Destinations page shows. JavaFX thread.
public final class DestinationsViewModel {
    /// Rows that change place with every line of the log can't be read.
    private static final Duration ROWS_HOLD = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<List<DestinationRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<DestinationsStatus> status =
            new ReadOnlyObjectWrapper<>(DestinationsStatus.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable String> server = new ReadOnlyObjectWrapper<>();

    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;
    private DestinationColumn column = DestinationColumn.ATTEMPTS;
    private boolean descending = true;
    private Instant shownAt = Instant.MIN;

    /// @param clock what tells when rows were shown last
    public DestinationsViewModel(InstantSource clock) {
        this.clock = clock;
    }

    /// In the order that was asked for.
    public ReadOnlyObjectProperty<List<DestinationRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DestinationsStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// The only server that is shown, or null for all.
    public ReadOnlyObjectProperty<@Nullable String> server() {
        return server.getReadOnlyProperty();
    }

    /// The names of the servers there are.
    public List<String> servers() {
        return snapshot.servers().stream().map(ServerSnapshot::name).toList();
    }

    /// Takes a snapshot. Rows change at most once a second.
    public void show(FleetSnapshot next) {
        boolean otherServers = next.servers().size() != snapshot.servers().size();
        snapshot = next;
        Duration since =
                shownAt.equals(Instant.MIN)
                        ? ROWS_HOLD
                        : Duration.between(shownAt, clock.instant());
        if (otherServers || since.isNegative() || since.compareTo(ROWS_HOLD) >= 0) {
            update();
        }
    }

    /// Shows one server's destinations, or with null those of all.
    public void choose(@Nullable String name) {
        server.set(name);
        update();
    }

    void sort(DestinationColumn by, boolean downwards) {
        column = by;
        descending = downwards;
        update();
    }

    private void update() {
        shownAt = clock.instant();
        List<ServerSnapshot> scope = inScope();
        List<DestinationRow> next = new ArrayList<>();
        for (ServerSnapshot one : scope) {
            for (DestinationFigures figures : one.log().destinations()) {
                next.add(new DestinationRow(one.name(), figures));
            }
        }
        next.sort(column.order(descending));
        status.set(DestinationsStatus.of(scope));
        rows.set(List.copyOf(next));
    }

    private List<ServerSnapshot> inScope() {
        String only = server.get();
        return only == null
                ? snapshot.servers()
                : snapshot.servers().stream().filter(one -> one.name().equals(only)).toList();
    }
}
