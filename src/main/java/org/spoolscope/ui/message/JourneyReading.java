package org.spoolscope.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.journey.Attempt;
import org.spoolscope.postfix.journey.JourneyMessage;
import org.spoolscope.postfix.journey.Relation;
import org.spoolscope.postfix.journey.Step;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.RetrySchedule;
import org.spoolscope.postfix.schedule.WaitingMessage;
import org.spoolscope.ui.control.Tone;

/// Puts one message's steps into words.
final class JourneyReading {
    /// A message with tens of thousands of recipients is not read line by line.
    private static final int MOST_STEPS = 500;

    private static final int MOST_RECIPIENTS = 20;

    /// The message that this one came of.
    record Parent(Relation relation, JourneyMessage message) {}

    private final JourneyMessage message;
    private final @Nullable Parent parent;
    private final RetrySchedule schedule;
    private final Instant now;
    private final Map<String, Attempt> lastAttempts = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final List<TimelineStep> steps = new ArrayList<>();

    /// Who may be named in what its lines say.
    private final Set<String> people = new LinkedHashSet<>();

    private boolean queued;
    private boolean deferred;
    private int more;

    /// @param schedule of the instance that has it
    /// @param now by its server's clock
    JourneyReading(
            JourneyMessage message, @Nullable Parent parent, RetrySchedule schedule, Instant now) {
        this.message = message;
        this.parent = parent;
        this.schedule = schedule;
        this.now = now;
        people.add(message.from());
        for (Step step : message.steps()) {
            Attempt attempt = step.attempt();
            if (attempt != null && people.size() < MOST_RECIPIENTS) {
                people.add(attempt.to());
                people.add(attempt.origTo());
            }
        }
    }

    Timeline timeline() {
        Parent from = parent;
        if (from != null) {
            add(StepText.origin(first(), from));
        }
        message.steps().forEach(this::read);
        message.next().stream()
                .filter(branch ->
                        message.steps().stream().noneMatch(s -> s.line() == branch.line()))
                .forEach(branch -> add(StepText.branch(branch)));
        expectNextTry();
        return new Timeline(
                message.server(),
                message.id(),
                first(),
                arrived(),
                state(),
                tone(),
                sender(),
                recipients(),
                message.messageId().isEmpty()
                        ? DisplayText.EMPTY
                        : DisplayText.of("<" + message.messageId() + ">"),
                message.size(),
                isComplete(),
                waits(),
                steps,
                more);
    }

    private void read(Step step) {
        switch (step.kind()) {
            case CONNECTED, DISCONNECTED, TLS, NAMED -> {} // among its lines, for who looks there
            case ACTIVE -> {
                if (!queued) {
                    add(StepText.queued(step, message));
                }
                queued = true;
            }
            case ATTEMPT -> {
                Attempt attempt = step.attempt();
                if (attempt != null) {
                    attempt(step, attempt);
                }
            }
            default -> add(StepText.of(step, links(step)));
        }
    }

    private void attempt(Step step, Attempt attempt) {
        int number = tries.merge(attempt.to(), 1, Integer::sum);
        Attempt before = lastAttempts.put(attempt.to(), attempt);
        boolean same = before != null && before.reason().equals(attempt.reason());
        deferred |= StepText.kind(attempt) == TimelineStep.Kind.DEFERRED;
        add(StepText.attempt(step, attempt, number, same, links(step)));
    }

    private List<TimelineStep.Link> links(Step step) {
        return message.next().stream()
                .filter(branch -> branch.line() == step.line())
                .map(StepText::link)
                .toList();
    }

    private void add(TimelineStep step) {
        if (steps.size() < MOST_STEPS) {
            steps.add(step.naming(people));
        } else {
            more++;
        }
    }

    /// When the queue manager takes it up again, as far as its last attempt tells. In words that
    /// stay true while time passes: a timeline is made once.
    private void expectNextTry() {
        Instant begun = arrived();
        TimelineStep last = steps.isEmpty() || more > 0 ? null : steps.getLast();
        if (message.outcome() != JourneyMessage.Outcome.QUEUED
                || begun == null
                || last == null
                || last.at() == null
                || last.kind() != TimelineStep.Kind.DEFERRED) {
            return;
        }
        WaitingMessage waiting =
                new WaitingMessage(
                        begun, last.at(), QueueName.DEFERRED, message.from().isEmpty(), false);
        if (schedule.nextAttempt(waiting, now)
                instanceof Forecast.Between(Instant earliest, Instant latest)) {
            add(
                    new TimelineStep(
                            earliest,
                            TimelineStep.Kind.EXPECTED,
                            Words.get("message.step.next"),
                            DisplayText.EMPTY,
                            Words.get(
                                    "message.step.next.what",
                                    Figures.span(Duration.between(earliest, latest))),
                            null,
                            DisplayText.EMPTY,
                            List.of()));
        }
    }

    /// By its beginning, or else by how long it had waited when it was tried.
    private @Nullable Instant arrived() {
        if (isComplete()) {
            return first();
        }
        for (Step step : message.steps()) {
            Attempt attempt = step.attempt();
            Instant time = step.time();
            if (attempt != null && time != null && attempt.delay() >= 0) {
                return time.minus(attempt.delay(), ChronoUnit.MICROS);
            }
        }
        return null;
    }

    private @Nullable Instant first() {
        return message.steps().stream()
                .filter(step -> step.kind() != Step.Kind.CONNECTED && step.kind() != Step.Kind.TLS)
                .map(Step::time)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean waits() {
        return message.outcome() == JourneyMessage.Outcome.QUEUED
                || message.outcome() == JourneyMessage.Outcome.HELD;
    }

    private boolean isComplete() {
        return message.steps().stream()
                .anyMatch(step ->
                        step.kind() == Step.Kind.RECEIVED
                                || step.kind() == Step.Kind.PICKED_UP
                                || step.kind() == Step.Kind.NAMED);
    }

    private DisplayText sender() {
        if (!message.from().isEmpty()) {
            return DisplayText.ofPerson(message.from());
        }
        return queued ? Words.get("queue.null-sender") : DisplayText.EMPTY;
    }

    private List<DisplayText> recipients() {
        Set<String> known = new LinkedHashSet<>();
        for (Step step : message.steps()) {
            Attempt attempt = step.attempt();
            if (attempt != null && known.size() < MOST_RECIPIENTS) {
                known.add(attempt.to());
            }
        }
        List<DisplayText> shown =
                new ArrayList<>(known.stream().map(DisplayText::ofPerson).toList());
        if (message.recipients() > shown.size()) {
            shown.add(
                    Words.get(
                            "message.more-recipients",
                            Figures.count(message.recipients() - shown.size())));
        }
        return shown;
    }

    private DisplayText state() {
        return Words.get(
                switch (message.outcome()) {
                    case DELIVERED -> "message.state.delivered";
                    case BOUNCED -> "message.state.bounced";
                    case EXPIRED -> "message.state.expired";
                    case DELETED -> "message.state.deleted";
                    case REQUEUED -> "message.state.requeued";
                    case HELD -> "message.state.held";
                    case QUEUED -> deferred ? "message.state.deferred" : "message.state.queued";
                    case REJECTED -> "message.state.rejected";
                    case DISCARDED -> "message.state.discarded";
                    case UNKNOWN -> "message.state.unknown";
                });
    }

    private Tone tone() {
        return switch (message.outcome()) {
            case DELIVERED -> Tone.OK;
            case BOUNCED, EXPIRED, REJECTED -> Tone.BAD;
            case QUEUED -> deferred ? Tone.WARN : Tone.NEUTRAL;
            case DELETED, REQUEUED, HELD, DISCARDED, UNKNOWN -> Tone.NEUTRAL;
        };
    }
}
