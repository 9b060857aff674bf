package org.spoolscope.cli;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Tally;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.monitor.action.RunningAction.Unfinished;
import org.spoolscope.store.actions.ActionJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `actions`: the journal; `actions --due SERVER...`: carries out what is due.
@Command(name = "actions")
final class ActionsCommand implements Callable<Integer> {
    @Option(names = "--due", descriptionKey = "cli.option.due")
    private boolean due;

    @Parameters(arity = "0..*", paramLabel = "SERVER", descriptionKey = "cli.parameter.servers-due")
    private List<String> names = List.of();

    private final Session session;

    ActionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        List<ActionRecord> records;
        long changedLine;
        try (ActionJournal journal = session.journal()) {
            records = journal.records();
            changedLine = journal.firstChangedLine();
        }
        if (due) {
            return carryOut(records);
        }
        if (session.wantsJson()) {
            records.forEach(this::json);
        } else {
            print(records);
        }
        session.terminal().flush();
        if (changedLine > 0) {
            session.terminal().say(Words.get("action.journal-changed", changedLine));
            return ExitStatus.BAD;
        }
        return ExitStatus.OK;
    }

    private int carryOut(List<ActionRecord> records)
            throws Failure, InterruptedException, IOException {
        List<String> servers =
                names.isEmpty()
                        ? records.stream()
                                .filter(ActionRecord::isOpen)
                                .map(ActionRecord::server)
                                .distinct()
                                .toList()
                        : names;
        int status = ExitStatus.OK;
        for (String name : servers) {
            try (CommandLink link = CommandLink.to(session.server(name), session);
                    CommandDesk desk = new CommandDesk(session, link)) {
                for (ActionOutcome outcome : desk.desk().tidyUp(name)) {
                    new OutcomeReport(session, name, outcome.verb()).outcome(outcome, false);
                    status = Math.max(status, CommandDesk.status(outcome.tally()));
                }
                if (desk.desk().isReadOnly(name)) {
                    session.terminal().say(Words.get("action.read-only.waiting", name));
                }
            } catch (Unfinished e) {
                throw new Failure(
                        ExitStatus.NOT_CONNECTED,
                        List.of(DisplayText.of(String.valueOf(e.getMessage()))));
            }
        }
        session.terminal().flush();
        return status;
    }

    private void print(List<ActionRecord> records) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(session.zone());
        Table table =
                new Table(
                        session.terminal(),
                        List.of(
                                Column.text("cli.column.action"),
                                Column.text("cli.column.when"),
                                Column.text("cli.column.server"),
                                Column.text("cli.column.verb"),
                                Column.text("cli.column.state"),
                                Column.text("cli.column.outcome"),
                                Column.text("cli.column.who"),
                                Column.text("cli.column.why")));
        for (ActionRecord record : records) {
            List<Painted> row = new ArrayList<>();
            row.add(Painted.foreign(record.id()));
            row.add(Painted.foreign(time.format(record.planned())));
            row.add(Painted.foreign(record.server()));
            row.add(Painted.foreign(record.verb().label()));
            row.add(Painted.plain(ActionWording.state(record)));
            row.add(Painted.plain(ActionWording.outcome(record)));
            row.add(Painted.foreign(record.user()));
            row.add(Painted.foreign(record.reason()));
            table.row(row);
        }
        table.flush();
    }

    private void json(ActionRecord record) {
        Tally tally = record.tally();
        session.json()
                .line(line -> {
                    line.text("action", record.id())
                            .text("verb", record.verb().label())
                            .text("server", record.server())
                            .text("user", record.user())
                            .text("reason", record.reason().isEmpty() ? null : record.reason())
                            .text("site", record.site().isEmpty() ? null : record.site())
                            .time("time", record.planned())
                            .time("ended", record.ended())
                            .time("until", record.until())
                            .text("state", record.state().name().toLowerCase(java.util.Locale.ROOT))
                            .number("asked", record.asked());
                    if (record.hasOutcome()) {
                        line.number("changed", tally.changed())
                                .number("gone", tally.gone())
                                .number("mismatch", tally.mismatch())
                                .number("refused", tally.refused())
                                .number("failed", tally.failed());
                    }
                    line.flag("undo", record.canBeUndone())
                            .text("undoes", record.undoes())
                            .text("undone_by", record.undoneBy());
                });
    }
}
