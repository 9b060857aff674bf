package org.spoolscope.ui.shell;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Tone;

/// A server's entry in the navigation. The entry stays the same object while its state changes.
public final class NavigationRow {
    /// What changes.
    ///
    /// @param note at the right edge: the queue's total, or why there is none
    public record State(Tone tone, DisplayText note) {}

    private final String name;
    private final ObjectProperty<State> state =
            new SimpleObjectProperty<>(new State(Tone.NEUTRAL, DisplayText.EMPTY));

    NavigationRow(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state;
    }

    void show(State next) {
        if (!Objects.equals(next, state.get())) {
            state.set(next);
        }
    }
}
