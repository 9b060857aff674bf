package org.spoolscope.ui.message;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.journey.Attempt;
import org.spoolscope.postfix.journey.JourneyMessage;
import org.spoolscope.postfix.journey.Relation;
import org.spoolscope.postfix.journey.Step;

/// The words for single steps.
final class StepText {
    private static final int LONGEST = 1_000;

    private static final String CLIENT = "client=";
    private static final String USER = ", sasl_username=";

    private StepText() {}

    static TimelineStep queued(Step step, JourneyMessage message) {
        return plain(
                step,
                "active",
                Words.get(
                        message.recipients() == 1
                                ? "message.step.active.one"
                                : "message.step.active.what",
                        message.recipients() < 0
                                ? Words.get("figure.unknown")
                                : Figures.count(message.recipients())),
                List.of());
    }

    static TimelineStep attempt(
            Step step, Attempt attempt, int number, boolean same, List<TimelineStep.Link> links) {
        DisplayText reason =
                bounded(attempt.reason()).naming(List.of(attempt.to(), attempt.origTo()));
        DisplayText reply =
                same
                        ? Words.get("message.step.same")
                        : attempt.status().equals("sent") && !attempt.relay().isEmpty()
                                ? Words.get("message.step.sent.what", reason, attempt.relay())
                                : reason;
        Attempt.Stages stages = attempt.stages();
        return new TimelineStep(
                step.time(),
                kind(attempt),
                word(attempt),
                DisplayText.ofPerson(attempt.to()),
                number == 1 ? reply : Words.get("message.step.try", reply, Figures.count(number)),
                stages == null
                        ? null
                        : new Stages(
                                stages.a() / 1e3,
                                stages.b() / 1e3,
                                stages.c() / 1e3,
                                stages.d() / 1e3),
                attempt.delay() < 0 ? DisplayText.EMPTY : Stages.span(attempt.delay() / 1e3),
                links);
    }

    static TimelineStep of(Step step, List<TimelineStep.Link> links) {
        String key = step.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean administrator = step.program().endsWith("/postsuper");
        DisplayText what =
                switch (step.kind()) {
                    case HELD, RELEASED, REQUEUED, EXPIRE_ASKED, DELETED ->
                            administrator
                                    ? Words.get("message.step.administrator")
                                    : bounded(step.text());
                    case REMOVED -> Words.get("message.step.removed.what");
                    case NOTIFIED -> DisplayText.EMPTY;
                    case RECEIVED -> client(step.text());
                    default -> bounded(step.text());
                };
        TimelineStep.Kind kind =
                switch (step.kind()) {
                    case HELD -> TimelineStep.Kind.HELD;
                    case EXPIRED, REJECTED, DISCARDED, DELETED, CANCELED ->
                            TimelineStep.Kind.BOUNCED;
                    default -> TimelineStep.Kind.PLAIN;
                };
        return new TimelineStep(
                step.time(),
                kind,
                Words.get("message.step." + key),
                DisplayText.EMPTY,
                what,
                null,
                DisplayText.EMPTY,
                links);
    }

    /// Where a message came from, before its own first step.
    static TimelineStep origin(@Nullable Instant at, JourneyReading.Parent parent) {
        JourneyMessage from = parent.message();
        return new TimelineStep(
                at,
                TimelineStep.Kind.PLAIN,
                Words.get("message.step.origin"),
                DisplayText.EMPTY,
                DisplayText.EMPTY,
                null,
                DisplayText.EMPTY,
                List.of(
                        new TimelineStep.Link(
                                Words.get(
                                        "message.origin." + key(parent.relation()),
                                        from.id(),
                                        from.server()),
                                from.server(),
                                from.id())));
    }

    /// What came of a message that none of its own lines tells.
    static TimelineStep branch(JourneyMessage.Branch branch) {
        Instant at =
                branch.message().steps().isEmpty()
                        ? null
                        : branch.message().steps().getFirst().time();
        return new TimelineStep(
                at,
                TimelineStep.Kind.PLAIN,
                Words.get("message.step.branch"),
                DisplayText.EMPTY,
                DisplayText.EMPTY,
                null,
                DisplayText.EMPTY,
                List.of(link(branch)));
    }

    static TimelineStep.Link link(JourneyMessage.Branch branch) {
        JourneyMessage to = branch.message();
        return new TimelineStep.Link(
                Words.get("message.branch." + key(branch.relation()), to.id(), to.server()),
                to.server(),
                to.id());
    }

    static TimelineStep.Kind kind(Attempt attempt) {
        return switch (attempt.status()) {
            case "sent", "relayed", "expanded", "deliverable" -> TimelineStep.Kind.SENT;
            case "deferred", "SOFTBOUNCE" -> TimelineStep.Kind.DEFERRED;
            default -> TimelineStep.Kind.BOUNCED;
        };
    }

    private static DisplayText word(Attempt attempt) {
        return switch (attempt.status()) {
            case "sent" -> Words.get("message.step.sent");
            case "deferred" -> Words.get("message.step.deferred");
            case "bounced" -> Words.get("message.step.bounced");
            default -> DisplayText.of(attempt.status()).clip(14);
        };
    }

    private static TimelineStep plain(
            Step step, String key, DisplayText what, List<TimelineStep.Link> links) {
        return new TimelineStep(
                step.time(),
                TimelineStep.Kind.PLAIN,
                Words.get("message.step." + key),
                DisplayText.EMPTY,
                what,
                null,
                DisplayText.EMPTY,
                links);
    }

    /// `from app1.shop.example[192.0.2.20], authenticated as app` of `client=…, sasl_username=app`;
    /// what does not look like that stays as it is.
    private static DisplayText client(String text) {
        if (!text.startsWith(CLIENT)) {
            return bounded(text);
        }
        int end = text.indexOf(", ");
        String host = text.substring(CLIENT.length(), end < 0 ? text.length() : end);
        int user = text.indexOf(USER);
        if (user < 0) {
            return Words.get("message.step.received.from", bounded(host));
        }
        int from = user + USER.length();
        int to = text.indexOf(", ", from);
        String account = text.substring(from, to < 0 ? text.length() : to);
        return Words.get(
                "message.step.received.as",
                bounded(host),
                bounded(account).naming(List.of(account)));
    }

    private static DisplayText bounded(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text;
        return DisplayText.of(cut).clip(LONGEST);
    }

    private static String key(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
