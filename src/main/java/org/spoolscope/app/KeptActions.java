package org.spoolscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.ActionKeeper;
import org.spoolscope.store.actions.ActionJournal;
import org.spoolscope.ui.action.ActionGate;

/// The journal of actions and those who work with it. Without a journal nothing can be changed, and
/// the console says so.
final class KeptActions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KeptActions.class.getName());

    private final @Nullable ActionJournal journal;
    private final @Nullable ActionDesk desk;
    private final @Nullable ActionKeeper keeper;
    private final DisplayText absence;

    private KeptActions(
            @Nullable ActionJournal journal,
            @Nullable ActionDesk desk,
            @Nullable ActionKeeper keeper,
            DisplayText absence) {
        this.journal = journal;
        this.desk = desk;
        this.keeper = keeper;
        this.absence = absence;
    }

    /// Opens the journal and goes on with what waits there.
    ///
    /// @param folder where the journal lies
    /// @param readOnly whether it begins read-only
    static KeptActions in(Path folder, Fleet fleet, InstantSource clock, boolean readOnly) {
        try {
            ActionJournal journal =
                    ActionJournal.open(folder, clock, System.getProperty("user.name"));
            ActionDesk desk = new ActionDesk(journal, fleet::link, clock, Sleeper.REAL);
            desk.readOnly(readOnly);
            return new KeptActions(
                    journal,
                    desk,
                    ActionKeeper.start(desk, clock, Sleeper.REAL),
                    DisplayText.EMPTY);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "no journal of actions", e);
            return new KeptActions(
                    null,
                    null,
                    null,
                    Words.get("action.read-only.no-journal", String.valueOf(e.getMessage())));
        }
    }

    /// What the window asks before it changes anything.
    ActionGate gate() {
        ActionDesk known = desk;
        return known == null ? ActionGate.closed(absence) : ActionGate.of(known);
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
        if (desk != null) {
            desk.close();
        }
        if (journal != null) {
            try {
                journal.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.INFO, "the journal was not closed", e);
            }
        }
    }
}
