package org.spoolscope.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionWording;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Preview.Counted;

/// Shows the person what a command is about to do, and asks where that can't be taken back.
final class Approval {
    private final Session session;
    private final String server;
    private final Preview preview;
    private final Duration grace;

    Approval(Session session, String server, Preview preview, Duration grace) {
        this.session = session;
        this.server = server;
        this.preview = preview;
        this.grace = grace;
    }

    /// What it is about, on standard error.
    void show() {
        Terminal terminal = session.terminal();
        int messages = preview.messages().size();
        terminal.say(Words.get("cli.about", server, ActionWording.title(preview.verb(), messages)));
        terminal.say(ActionWording.does(preview.verb(), grace));
        Instant oldest = preview.oldest();
        if (oldest != null) {
            terminal.say(
                    Words.get(
                            "cli.act.preview",
                            queues(),
                            Figures.span(Duration.between(oldest, session.clock().instant())),
                            Figures.bytes(preview.bytes())));
        }
        terminal.say(Words.get("cli.act.senders", named(preview.senders(), preview.senderCount())));
        terminal.say(Words.get("cli.act.domains", named(preview.domains(), preview.domainCount())));
        sayLeftOut();
        terminal.say(ActionWording.undo(preview.verb(), grace));
    }

    /// None of the messages is one for this.
    void sayNothingToDo() {
        session.terminal().say(Words.get("cli.act.nothing-to-do", server));
        sayLeftOut();
    }

    /// The messages themselves, on standard output.
    QueueReport messages() {
        return session.wantsJson()
                ? new MessageJson(server, session.json(), Map.of(), session.clock().instant())
                : new MessageRows(session.terminal(), session.clock().instant(), true);
    }

    /// Returns when it may be done.
    ///
    /// @param yes whether the command line says so
    /// @throws Failure when it may not
    void askUnless(boolean yes) throws Failure {
        if (yes || !preview.verb().isDestructive()) {
            return;
        }
        Prompt prompt = session.terminal().prompt();
        if (!prompt.isThere()) {
            throw Failure.usage("cli.act.yes-needed", preview.verb().label());
        }
        show();
        int messages = preview.messages().size();
        String wanted = preview.needsCount() ? String.valueOf(messages) : "yes";
        DisplayText question =
                preview.needsCount()
                        ? Words.get("cli.act.type-count", Figures.count(messages))
                        : Words.get("cli.act.yes-or-no");
        String answer = prompt.ask(question);
        String typed =
                answer == null ? "" : answer.strip().replace(",", "").toLowerCase(Locale.ROOT);
        if (!typed.equals(wanted)) {
            throw new Failure(ExitStatus.USAGE, List.of(Words.get("cli.act.not-done")));
        }
    }

    private void sayLeftOut() {
        preview.leftOut()
                .forEach((why, messages) ->
                        session.terminal().say(ActionWording.leftOut(why, messages)));
    }

    private String queues() {
        return preview.queues().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Figures.count(entry.getValue()) + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private static String named(List<Counted> most, int all) {
        String named =
                most.stream()
                        .map(one ->
                                (one.name().isEmpty() ? "<>" : one.name())
                                        + " ("
                                        + Figures.count(one.messages())
                                        + ")")
                        .collect(Collectors.joining(", "));
        return all > most.size()
                ? Words.get("cli.act.and-more", named, Figures.count(all - most.size())).toString()
                : named;
    }
}
