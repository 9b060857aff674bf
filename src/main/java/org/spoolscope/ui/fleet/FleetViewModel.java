package org.spoolscope.ui.fleet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Tone;

/// The cards, worst first. The order changes only when some server's tone does (or servers come and
/// go), so that cards do not jump about under the pointer.
public final class FleetViewModel {
    private static final List<Tone> WORST_FIRST =
            List.of(Tone.BAD, Tone.WARN, Tone.OFF, Tone.NEUTRAL, Tone.OK);

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<DisplayText> summary =
            new ReadOnlyObjectWrapper<>(DisplayText.EMPTY);
    private final ObservableList<String> order = FXCollections.observableArrayList();
    private final Map<String, ObjectProperty<CardState>> cards = new HashMap<>();
    private Map<String, Tone> sortedBy = Map.of();

    /// @param clock what the snapshots are dated with
    public FleetViewModel(InstantSource clock) {
        this.clock = clock;
    }

    /// `5 servers · 18,402 queued · 2 need you`.
    public ReadOnlyObjectProperty<DisplayText> summary() {
        return summary.getReadOnlyProperty();
    }

    /// Names in the order of the cards.
    public ObservableList<String> order() {
        return order;
    }

    /// What the card of a server in [#order] says.
    public ReadOnlyObjectProperty<CardState> card(String name) {
        return Objects.requireNonNull(cards.get(name), name);
    }

    public void show(FleetSnapshot snapshot) {
        Instant now = clock.instant();
        List<CardState> states =
                snapshot.servers().stream().map(server -> CardState.of(server, now)).toList();
        for (CardState state : states) {
            cards.computeIfAbsent(state.server().name(), _ -> new SimpleObjectProperty<>(state))
                    .set(state);
        }
        sort(states);
        summary.set(summarise(states));
    }

    private void sort(List<CardState> states) {
        Map<String, Tone> tones =
                states.stream()
                        .collect(
                                Collectors.toMap(
                                        state -> state.server().name(),
                                        state -> state.health().tone()));
        if (tones.equals(sortedBy)) {
            return;
        }
        sortedBy = tones;
        Comparator<ServerSnapshot> worstFirst =
                Comparator.comparingInt(server -> WORST_FIRST.indexOf(tones.get(server.name())));
        Comparator<ServerSnapshot> byTotal =
                Comparator.comparingInt(server -> server.counts().total());
        List<String> next =
                states.stream()
                        .map(CardState::server)
                        .sorted(
                                worstFirst
                                        .thenComparing(byTotal.reversed())
                                        .thenComparing(ServerSnapshot::name))
                        .map(ServerSnapshot::name)
                        .toList();
        if (!next.equals(order)) {
            order.setAll(next);
        }
        cards.keySet().retainAll(tones.keySet());
    }

    private static DisplayText summarise(List<CardState> states) {
        long needing = states.stream().filter(state -> state.health().tone() == Tone.BAD).count();
        DisplayText all = queued(states);
        return needing == 0
                ? all
                : Words.get(needing == 1 ? "fleet.one-needs" : "fleet.need", all, needing);
    }

    /// On how many of them, where it is not known of all.
    private static DisplayText queued(List<CardState> states) {
        DisplayText servers =
                states.size() == 1
                        ? Words.get("fleet.one-server")
                        : Words.get("fleet.servers", Figures.count(states.size()));
        List<ServerSnapshot> listed =
                states.stream().map(CardState::server).filter(ServerSnapshot::hasListing).toList();
        if (listed.isEmpty()) {
            return servers;
        }
        String queued =
                Figures.count(listed.stream().mapToLong(server -> server.counts().total()).sum());
        return listed.size() == states.size()
                ? Words.get("fleet.all-queued", servers, queued)
                : Words.get("fleet.some-queued", servers, queued, Figures.count(listed.size()));
    }
}
