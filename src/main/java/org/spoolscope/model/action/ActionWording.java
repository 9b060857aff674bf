package org.spoolscope.model.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;

/// What is said about actions, the same in the window and on the command line.
public final class ActionWording {
    private ActionWording() {}

    /// The verb as a button or a heading has it: `Hold`.
    public static DisplayText name(Verb verb) {
        return Words.get("action." + verb.label());
    }

    /// The verb with what it is about: `Hold 1,204 messages`.
    public static DisplayText title(Verb verb, int messages) {
        return Words.get(key(verb, messages, "title"), Figures.count(messages));
    }

    /// What it will do, in one sentence that needs no knowledge of Postfix.
    ///
    /// @param grace of a deletion
    public static DisplayText does(Verb verb, Duration grace) {
        return verb == Verb.DELETE && grace.isPositive()
                ? Words.get("action.delete.does-later", Figures.span(grace))
                : Words.get("action." + verb.label() + ".does");
    }

    /// Whether, and how, it can be taken back.
    ///
    /// @param grace of a deletion
    public static DisplayText undo(Verb verb, Duration grace) {
        return verb == Verb.DELETE && grace.isPositive()
                ? Words.get("action.delete.undo-until", Figures.span(grace))
                : Words.get("action." + verb.label() + ".undo");
    }

    /// Why it is not for so many of the messages.
    public static DisplayText leftOut(LeftOut why, int messages) {
        return Words.get(
                "action.left-out." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Figures.count(messages));
    }

    /// What came of it: `Asked 500: 497 on hold, 3 gone before.`
    public static DisplayText outcome(Verb verb, int asked, Tally tally, boolean waits) {
        if (verb == Verb.FLUSH) {
            boolean done = tally.changed() == tally.total();
            return Words.get(done ? "action.flush.done" : "action.flush.not-done");
        }
        List<String> parts = new ArrayList<>();
        for (Result result : Result.values()) {
            int messages = tally.of(result);
            if (messages > 0 || result == Result.CHANGED) {
                parts.add(part(verb, result, messages, waits).toString());
            }
        }
        return Words.get("action.outcome", Figures.count(asked), String.join(", ", parts));
    }

    /// What becomes of messages that were being delivered when they were put on hold.
    ///
    /// @param messages at least one
    public static DisplayText underWay(int messages) {
        return Words.get(
                messages == 1 ? "action.under-way.one" : "action.under-way",
                Figures.count(messages));
    }

    /// The same for an action in the journal; empty while that is not known.
    public static DisplayText outcome(ActionRecord record) {
        if (!record.hasOutcome()) {
            return DisplayText.EMPTY;
        }
        DisplayText outcome =
                outcome(
                        record.verb(),
                        record.asked(),
                        record.tally(),
                        record.state() == ActionRecord.State.WAITING);
        int left = record.leftOnHold().size();
        return left == 0
                ? outcome
                : Words.get("action.outcome.interrupted", outcome, Figures.count(left));
    }

    /// How far it is, in a word or two.
    public static DisplayText state(ActionRecord record) {
        return Words.get(
                record.undoneBy() != null
                        ? "action.state.undone"
                        : "action.state." + record.state().name().toLowerCase(Locale.ROOT));
    }

    private static DisplayText part(Verb verb, Result result, int messages, boolean waits) {
        String key =
                result != Result.CHANGED
                        ? "action.result." + result.label()
                        : waits ? "action.delete.waits" : "action." + verb.label() + ".done";
        return Words.get(key, Figures.count(messages));
    }

    private static String key(Verb verb, int messages, String what) {
        return "action." + verb.label() + "." + what + (messages == 1 ? ".one" : "");
    }
}
