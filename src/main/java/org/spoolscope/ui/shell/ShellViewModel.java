package org.spoolscope.ui.shell;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.state.Health;

/// Where the person is and was, and what navigation and status bar say.
public final class ShellViewModel {
    private static final int HISTORY = 100;

    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(new Place.FleetOverview());
    private final ReadOnlyIntegerWrapper visits = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<DisplayText> servers =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayText> queued =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayText> listings =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayText> actions =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayText> live =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ObservableList<NavigationRow> rows = FXCollections.observableArrayList();
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /// Counts the times that a place was gone to, also the one where the person already was.
    public ReadOnlyIntegerProperty visits() {
        return visits.getReadOnlyProperty();
    }

    /// How many servers are configured.
    public ReadOnlyObjectProperty<DisplayText> servers() {
        return servers.getReadOnlyProperty();
    }

    /// How many messages are queued on all of them; empty before any listing.
    public ReadOnlyObjectProperty<DisplayText> queued() {
        return queued.getReadOnlyProperty();
    }

    /// How often blocklists name an address of ours; empty when none does.
    public ReadOnlyObjectProperty<DisplayText> listings() {
        return listings.getReadOnlyProperty();
    }

    /// How many actions run or wait; empty when none does.
    public ReadOnlyObjectProperty<DisplayText> actions() {
        return actions.getReadOnlyProperty();
    }

    /// Tells that number.
    public void noteActions(DisplayText count) {
        actions.set(count);
    }

    /// `4 of 5 servers live`.
    public ReadOnlyObjectProperty<DisplayText> live() {
        return live.getReadOnlyProperty();
    }

    /// The servers in their configured order.
    public ObservableList<NavigationRow> rows() {
        return rows;
    }

    /// Goes to a place. Where the person is already, it is shown anew.
    public void go(Place next) {
        if (!next.equals(place.get())) {
            back.push(place.get());
            if (back.size() > HISTORY) {
                back.removeLast();
            }
            forward.clear();
        }
        visit(next);
    }

    /// The person is still on the same page, at another place of it, and comes back to that one.
    public void amend(Place same) {
        place.set(same);
    }

    private void visit(Place next) {
        place.set(next);
        visits.set(visits.get() + 1);
    }

    /// Returns whether there was somewhere to go.
    public boolean goBack() {
        return go(back, forward);
    }

    /// Returns whether there was somewhere to go.
    public boolean goForward() {
        return go(forward, back);
    }

    private boolean go(Deque<Place> to, Deque<Place> from) {
        if (to.isEmpty()) {
            return false;
        }
        from.push(place.get());
        visit(to.pop());
        return true;
    }

    /// Leaves the pages of a server that is gone.
    public void forget(String server) {
        back.removeIf(place -> place.isOf(server));
        forward.removeIf(place -> place.isOf(server));
        if (place.get().isOf(server)) {
            visit(new Place.FleetOverview());
        }
    }

    /// Takes in the newest state.
    ///
    /// @param now by the same clock as the snapshot's times
    public void show(FleetSnapshot snapshot, Instant now) {
        reconcile(snapshot.servers());
        long up = 0;
        long total = 0;
        long listings = 0;
        boolean listed = false;
        for (int i = 0; i < rows.size(); i++) {
            ServerSnapshot server = snapshot.servers().get(i);
            rows.get(i).show(state(server, now));
            up += server.link() instanceof Link.Online ? 1 : 0;
            total += server.counts().total();
            listed |= server.hasListing();
            listings += server.lists().listed();
        }
        int all = snapshot.servers().size();
        servers.set(DisplayText.of(Figures.count(all)));
        queued.set(listed ? DisplayText.of(Figures.count(total)) : DisplayText.EMPTY);
        this.listings.set(
                listings == 0 ? DisplayText.EMPTY : DisplayText.of(Figures.count(listings)));
        live.set(all == 0 ? Words.get("shell.no-servers") : Words.get("shell.live", up, all));
    }

    private void reconcile(List<ServerSnapshot> wanted) {
        List<String> names = wanted.stream().map(ServerSnapshot::name).toList();
        if (names.equals(rows.stream().map(NavigationRow::name).toList())) {
            return;
        }
        List<NavigationRow> next = new ArrayList<>();
        for (String name : names) {
            next.add(
                    rows.stream()
                            .filter(row -> row.name().equals(name))
                            .findFirst()
                            .orElseGet(() -> new NavigationRow(name)));
        }
        rows.setAll(next);
    }

    private static NavigationRow.State state(ServerSnapshot server, Instant now) {
        Health health = Health.of(server, now);
        DisplayText note =
                server.link().isUp() && server.hasListing()
                        ? DisplayText.of(Figures.count(server.counts().total()))
                        : health.tags().isEmpty()
                                ? DisplayText.EMPTY
                                : health.tags().getFirst().text();
        return new NavigationRow.State(health.tone(), note);
    }
}
