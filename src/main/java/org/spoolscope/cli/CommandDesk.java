package org.spoolscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Tally;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.ActionDesk.ReadOnly;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.monitor.action.RunningAction.Unfinished;
import org.spoolscope.store.actions.ActionJournal;

/// The desk of one command: its journal, and a server that actions are carried out on.
final class CommandDesk implements AutoCloseable {
    private final ActionJournal journal;
    private final ActionDesk desk;

    CommandDesk(Session session, CommandLink link) throws IOException {
        journal = session.journal();
        desk = new ActionDesk(journal, _ -> Optional.of(link), session.clock(), Sleeper.REAL);
        desk.readOnly(session.isReadOnly());
    }

    ActionDesk desk() {
        return desk;
    }

    /// @throws Failure when nothing may be changed on that server
    void refuseWhereReadOnly(String server) throws Failure {
        try {
            desk.refuseWhereReadOnly(server);
        } catch (ReadOnly e) {
            throw failure(e);
        }
    }

    /// Carries an action out, reports, and returns the exit status.
    int run(ActionPlan plan, OutcomeReport report)
            throws IOException, Failure, InterruptedException {
        try {
            return await(desk.start(plan), report);
        } catch (ReadOnly e) {
            throw failure(e);
        }
    }

    /// The same for one that was begun.
    int await(RunningAction run, OutcomeReport report)
            throws IOException, Failure, InterruptedException {
        try {
            ActionOutcome outcome = run.outcome().get();
            boolean undoable =
                    desk.find(run.action()).filter(ActionRecord::canBeUndone).isPresent();
            report.outcome(outcome, undoable);
            return status(outcome.tally());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unfinished unfinished) {
                throw new Failure(
                        ExitStatus.NOT_CONNECTED,
                        List.of(
                                DisplayText.of(String.valueOf(unfinished.getMessage())),
                                Words.get("cli.act.unfinished", run.action())));
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// The settings say that nothing is changed there.
    static Failure failure(ReadOnly refusal) {
        return new Failure(
                ExitStatus.USAGE, List.of(DisplayText.of(String.valueOf(refusal.getMessage()))));
    }

    static int status(Tally tally) {
        if (tally.refused() > 0) {
            return ExitStatus.NOT_ALLOWED;
        }
        return tally.changed() == tally.total() ? ExitStatus.OK : ExitStatus.BAD;
    }

    @Override
    public void close() throws IOException {
        desk.close();
        journal.close();
    }
}
