package org.spoolscope.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;
import org.spoolscope.ui.shell.PaletteItem.Choice;

/// What the palette offers for what is typed, and which of it is chosen. JavaFX thread; the search
/// is done off it.
public final class PaletteViewModel {
    private final Lane<PaletteSearch.Question, List<PaletteItem>> lane;
    private final Consumer<Place> go;
    private final Consumer<String> check;
    private final Supplier<List<Command>> commands;
    private final ReadOnlyObjectWrapper<List<PaletteItem>> items =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private FleetSnapshot fleet = FleetSnapshot.EMPTY;

    /// @param go goes to a place
    /// @param check checks an address on the blocklists
    /// @param commands those that can be given now
    public PaletteViewModel(
            Background background,
            Consumer<Place> go,
            Consumer<String> check,
            Supplier<List<Command>> commands) {
        this.go = go;
        this.check = check;
        this.commands = commands;
        this.lane = background.lane(PaletteSearch::find, this::offer);
    }

    /// What fits best first.
    ReadOnlyObjectProperty<List<PaletteItem>> items() {
        return items.getReadOnlyProperty();
    }

    /// Which of them Enter takes.
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Takes the newest state; what is offered changes with the next letter.
    void show(FleetSnapshot snapshot) {
        fleet = snapshot;
    }

    /// Offers what fits.
    void type(String text) {
        lane.supersede(new PaletteSearch.Question(text, fleet, commands.get()));
    }

    /// Chooses another one, round from the last to the first.
    void move(int by) {
        int count = items.get().size();
        if (count > 0) {
            chosen.set(Math.floorMod(chosen.get() + by, count));
        }
    }

    /// Does what is chosen.
    ///
    /// @return whether anything was
    boolean take() {
        return !items.get().isEmpty() && take(chosen.get());
    }

    boolean take(int index) {
        if (index < 0 || index >= items.get().size()) {
            return false;
        }
        switch (items.get().get(index).choice()) {
            case Choice.Go(Place place) -> go.accept(place);
            case Choice.Run(Command command) -> command.action().run();
            case Choice.Check(String address) -> check.accept(address);
        }
        return true;
    }

    private void offer(List<PaletteItem> next) {
        chosen.set(0);
        items.set(next);
    }
}
