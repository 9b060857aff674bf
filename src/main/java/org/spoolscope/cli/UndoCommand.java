package org.spoolscope.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.monitor.action.ActionDesk.NotUndoable;
import org.spoolscope.monitor.action.ActionDesk.ReadOnly;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.store.actions.ActionJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `undo ACTION`: takes an action back where that is possible.
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ACTION", descriptionKey = "cli.parameter.action")
    private String action = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.option.reason")
    private String reason = "";

    private final Session session;

    UndoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        ActionRecord record = record();
        if (!record.canBeUndone()) {
            throw Failure.usage(
                    "cli.undo.not",
                    action,
                    ActionWording.name(record.verb()),
                    ActionWording.undo(record.verb(), java.time.Duration.ZERO));
        }
        try (CommandLink link = CommandLink.to(session.server(record.server()), session);
                CommandDesk desk = new CommandDesk(session, link)) {
            Optional<RunningAction> run = desk.desk().undo(action, reason);
            if (run.isEmpty()) {
                session.terminal().say(Words.get("cli.undo.called-off", action));
                return ExitStatus.OK;
            }
            return desk.await(
                    run.get(),
                    new OutcomeReport(session, record.server(), run.get().plan().verb()));
        } catch (ReadOnly e) {
            throw CommandDesk.failure(e);
        } catch (NotUndoable e) {
            throw Failure.usage("cli.undo.not-any-more", action);
        }
    }

    private ActionRecord record() throws Failure, IOException {
        try (ActionJournal journal = session.journal()) {
            return journal.records().stream()
                    .filter(one -> one.id().equals(action))
                    .findFirst()
                    .orElseThrow(() -> Failure.usage("cli.undo.unknown", action));
        }
    }
}
