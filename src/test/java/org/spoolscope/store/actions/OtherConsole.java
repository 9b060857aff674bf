package org.spoolscope.store.actions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.spoolscope.model.action.Tally;

/// Has its turn on a server until it may go on, and then says that a deletion there is over.
public final class OtherConsole {
    private OtherConsole() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String server = arguments[1];
        String action = arguments[2];
        try (ActionJournal journal = ActionJournal.open(folder, InstantSource.system(), "anna");
                Turn _ = journal.turn(server).orElseThrow()) {
            System.out.println(server);
            while (System.in.read() >= 0) {
                // until the end of its input
            }
            journal.ended(action, new Tally(1, 0, 0, 0, 0), List.of());
        }
    }
}
