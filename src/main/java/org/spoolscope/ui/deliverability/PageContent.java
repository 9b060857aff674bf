package org.spoolscope.ui.deliverability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.FindingWording;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.model.deliverability.SubjectReport;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.monitor.deliverability.ServerCheck;
import org.spoolscope.ui.control.Tone;

/// What the page shows of a server, besides how long ago that was.
///
/// @param message what stands in the way, or that there is nothing yet; null when nothing is to be
///   said. Without subjects it has the page to itself
/// @param grant lines that would grant what is missing
/// @param totals how many findings of each severity, the worst first
/// @param notes what is to be known before the findings are believed
record PageContent(
        @Nullable Sentence message,
        List<DisplayText> grant,
        List<Total> totals,
        List<DisplayText> notes,
        List<AddressLine> addresses,
        List<SubjectRows> subjects) {
    /// How many findings.
    record Total(Tone tone, DisplayText text) {}

    PageContent {
        grant = List.copyOf(grant);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        addresses = List.copyOf(addresses);
        subjects = List.copyOf(subjects);
    }

    static PageContent noServers() {
        return message(sentence("no-servers"), List.of());
    }

    static PageContent of(ServerSnapshot server, CheckRun run) {
        String name = server.name();
        CheckRun.Found found = run.found();
        Sentence message = obstacle(name, run.failed());
        if (found != null) {
            return found(server, found.checked(), message, grant(run.failed()));
        }
        if (message == null) {
            message =
                    run.underWay()
                            ? new Sentence(
                                    Words.get("deliverability.page.checking", name), doing(run))
                            : sentence("no-link", name);
        }
        return message(message, grant(run.failed()));
    }

    private static DisplayText doing(CheckRun run) {
        return run.resolver().isEmpty()
                ? Words.get("deliverability.page.checking.log")
                : Words.get("deliverability.page.checking.asking", run.resolver());
    }

    private static PageContent found(
            ServerSnapshot server,
            ServerCheck.Outcome.Checked checked,
            @Nullable Sentence obstacle,
            List<DisplayText> grant) {
        boolean nothing = checked.findings().isEmpty();
        return new PageContent(
                obstacle == null && nothing ? sentence("nothing", server.name()) : obstacle,
                grant,
                totals(checked.findings()),
                notes(server.name(), checked.begun()),
                checked.begun().sending().seen().stream()
                        .map(one -> AddressLine.of(one, server.lists()))
                        .toList(),
                SubjectReport.of(checked.findings()).stream().map(SubjectRows::of).toList());
    }

    private static List<Total> totals(List<Finding> findings) {
        List<Total> totals = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(one -> one.severity() == severity).count();
            if (count > 0) {
                totals.add(
                        new Total(
                                FindingRow.tone(severity),
                                FindingWording.counted(count, severity)));
            }
        }
        return totals;
    }

    private static List<DisplayText> notes(String server, ServerCheck.Begun begun) {
        List<DisplayText> notes = new ArrayList<>();
        begun.sending()
                .translated()
                .forEach(one -> notes.add(Words.get("sending.translated", one.address())));
        if (!begun.logRead()) {
            notes.add(Words.get("deliverability.page.no-log", server));
        }
        return notes;
    }

    /// Why the last check found nothing; null when it did.
    private static @Nullable Sentence obstacle(
            String server, @Nullable DeliverabilityResult failed) {
        return switch (failed) {
            case null -> null;
            case DeliverabilityResult.NoLink() -> sentence("no-link", server);
            case DeliverabilityResult.Lost(LinkFailure failure) -> Wording.of(failure);
            case DeliverabilityResult.Answered(ServerCheck.Outcome outcome) ->
                    obstacle(server, outcome);
        };
    }

    private static @Nullable Sentence obstacle(String server, ServerCheck.Outcome outcome) {
        return switch (outcome) {
            case ServerCheck.Outcome.Checked _ -> null;
            case ServerCheck.Outcome.NoResolver(Capability missing) ->
                    sentence("no-resolver", server, missing.evidence());
        };
    }

    private static List<DisplayText> grant(@Nullable DeliverabilityResult failed) {
        return failed
                        instanceof
                        DeliverabilityResult.Answered(
                                ServerCheck.Outcome.NoResolver(Capability missing))
                ? missing.grant().lines().map(DisplayText::of).toList()
                : List.of();
    }

    private static PageContent message(Sentence message, List<DisplayText> grant) {
        return new PageContent(message, grant, List.of(), List.of(), List.of(), List.of());
    }

    private static Sentence sentence(String what, Object... arguments) {
        String key = "deliverability.page.empty." + what;
        return new Sentence(Words.get(key, arguments), Words.get(key + ".advice", arguments));
    }
}
