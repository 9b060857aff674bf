package org.spoolscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.shell.AddressSwitch;
import org.spoolscope.ui.shell.Command;
import org.spoolscope.ui.shell.Place;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Theme;

/// What can be done from everywhere, by name. JavaFX thread.
final class ConsoleCommands {
    private final ConsoleActions actions;
    private final ActionGate gate;
    private final AddressSwitch addresses;
    private final Theme theme;
    private final Runnable checkLists;
    private final Runnable listNow;
    private final Consumer<Place> go;

    /// @param checkLists asks all blocklists anew
    /// @param listNow asks all servers for a fresh listing
    ConsoleCommands(
            ConsoleActions actions,
            ActionGate gate,
            AddressSwitch addresses,
            Theme theme,
            Runnable checkLists,
            Runnable listNow,
            Consumer<Place> go) {
        this.actions = actions;
        this.gate = gate;
        this.addresses = addresses;
        this.theme = theme;
        this.checkLists = checkLists;
        this.listNow = listNow;
        this.go = go;
    }

    /// Those that can be given now.
    List<Command> all() {
        List<Command> all = new ArrayList<>();
        all.add(command("check-lists", "", this::checkLists));
        all.add(command("list-now", "F5", listNow));
        if (gate.desk().isPresent()) {
            boolean readOnly = gate.readOnly().get();
            all.add(
                    command(
                            readOnly ? "allow" : "read-only",
                            "Ctrl+Shift+R",
                            () -> gate.readOnly(!readOnly)));
        }
        all.add(addresses.command());
        all.add(command("add-server", "", actions::addServer));
        all.add(command("dark", "", () -> theme.force(Appearance.DARK)));
        all.add(command("light", "", () -> theme.force(Appearance.LIGHT)));
        all.add(command("system-theme", "", () -> theme.force(null)));
        return all;
    }

    private void checkLists() {
        checkLists.run();
        go.accept(new Place.Blocklists(""));
    }

    private static Command command(String name, String keys, Runnable action) {
        return new Command(Words.get("command." + name), DisplayText.of(keys), action);
    }
}
