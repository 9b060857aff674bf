package org.spoolscope.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.action.ActionOutcome;

/// What came of an action: as JSON, one object for each message and one for all; else a sentence,
/// and a row for each message that was not changed.
final class OutcomeReport {
    private static final String DEFAULT_INSTANCE = "-";

    private final Session session;
    private final String server;
    private final Verb verb;

    OutcomeReport(Session session, String server, Verb verb) {
        this.session = session;
        this.server = server;
        this.verb = verb;
    }

    /// @param undoable whether it can be taken back
    void outcome(ActionOutcome outcome, boolean undoable) {
        int asked = outcome.tally().total();
        if (session.wantsJson()) {
            json(outcome, asked, undoable);
            return;
        }
        Terminal terminal = session.terminal();
        terminal.print(
                ActionWording.outcome(verb, asked, outcome.tally(), outcome.until() != null));
        List<Outlier> outliers = outcome.outliers();
        if (!outliers.isEmpty()) {
            Table table =
                    new Table(
                            terminal,
                            List.of(
                                    Column.text("cli.column.id").atLeast(11),
                                    Column.text("cli.column.result"),
                                    Column.text("cli.column.detail")));
            outliers.forEach(one ->
                    table.row(
                            Painted.foreign(one.id().value()),
                            new Painted(DisplayText.of(one.result().label()), Tint.WARN),
                            Painted.foreign(one.detail())));
            table.flush();
        }
        terminal.flush();
        if (outcome.underWay() > 0) {
            terminal.say(ActionWording.underWay(outcome.underWay()));
        }
        if (!outcome.said().isEmpty()) {
            terminal.say(Words.get("cli.about", server, outcome.said()));
        }
        if (!outcome.grant().isEmpty()) {
            terminal.say(Words.get("cli.doctor.grant-sudo"));
            outcome.grant().lines().forEach(line -> terminal.say(DisplayText.of("  " + line)));
        }
        if (outcome.until() != null) {
            terminal.say(Words.get("cli.act.waits", server));
        }
        if (undoable) {
            terminal.say(Words.get("cli.act.undo", outcome.action()));
        }
    }

    /// An id that was given and is not in the queue.
    void missing(QueueId id) {
        if (session.wantsJson()) {
            line(null, id, Result.GONE, "");
        } else {
            session.terminal().say(Words.get("cli.act.missing", server, id));
        }
    }

    void flush() {
        session.terminal().flush();
    }

    private void json(ActionOutcome outcome, int asked, boolean undoable) {
        for (TargetResult one : outcome.results()) {
            line(one.target().instance(), one.target().id(), one.result(), one.detail());
        }
        Tally tally = outcome.tally();
        session.json()
                .line(line ->
                        line.text("action", outcome.action())
                                .text("verb", verb.label())
                                .number("asked", asked)
                                .number("changed", tally.changed())
                                .number("gone", tally.gone())
                                .number("mismatch", tally.mismatch())
                                .number("refused", tally.refused())
                                .number("failed", tally.failed())
                                .flag("undo", undoable)
                                .time("until", outcome.until()));
    }

    private void line(@Nullable String instance, QueueId id, Result result, String detail) {
        session.json()
                .line(line ->
                        line.text("server", server)
                                .text(
                                        "instance",
                                        DEFAULT_INSTANCE.equals(instance) ? null : instance)
                                .text("id", id.value())
                                .text("asked", verb.label())
                                .text("result", result.label())
                                .text("detail", detail.isEmpty() ? null : detail));
    }
}
