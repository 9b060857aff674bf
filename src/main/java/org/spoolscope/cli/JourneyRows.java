package org.spoolscope.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.journey.Attempt;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneyMessage;
import org.spoolscope.postfix.journey.JourneyMessage.Outcome;
import org.spoolscope.postfix.journey.Step;

/// Journeys as timelines to be read: what came of a message stands below it, indented.
final class JourneyRows implements JourneyReport {
    private static final int WIDEST = 400;
    private static final int KIND_WIDTH = 12;

    private final Terminal terminal;
    private final ZoneId zone;
    private final DateTimeFormatter clock;
    private boolean any;

    JourneyRows(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
        clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    @Override
    public void print(Journey journey) {
        if (any) {
            terminal.print(DisplayText.EMPTY);
        }
        any = true;
        message(journey.start(), "", DisplayText.EMPTY);
    }

    private void message(JourneyMessage message, String indent, DisplayText relation) {
        List<Painted> head = new ArrayList<>();
        head.add(Painted.foreign(indent));
        if (!relation.isEmpty()) {
            head.add(new Painted(DisplayText.of("└ " + relation + " "), Tint.FAINT));
        }
        head.add(
                new Painted(
                        DisplayText.of(
                                message.server() + " " + message.instance() + " " + message.id()),
                        Tint.HEADING));
        head.add(Painted.foreign("  "));
        head.add(new Painted(word("outcome", message.outcome()), tint(message.outcome())));
        terminal.print(head);
        String inner = indent + "  ";
        terminal.print(List.of(new Painted(DisplayText.of(inner + facts(message)), Tint.FAINT)));
        LocalDate day = null;
        for (Step step : message.steps()) {
            LocalDate of = day(step.time());
            if (of != null && !of.equals(day)) {
                terminal.print(List.of(new Painted(DisplayText.of(inner + of), Tint.FAINT)));
                day = of;
            }
            step(step, inner);
        }
        for (JourneyMessage.Branch branch : message.next()) {
            message(branch.message(), inner, word("relation", branch.relation()));
        }
    }

    private void step(Step step, String indent) {
        DisplayText kind =
                step.attempt() == null
                        ? word("step", step.kind())
                        : DisplayText.of(step.attempt().status());
        String time = step.time() == null ? " ".repeat(12) : clock.format(step.time());
        String gap = " ".repeat(Math.max(1, KIND_WIDTH - DisplayWidth.of(kind) + 1));
        terminal.print(
                List.of(
                        Painted.foreign(indent + time + "  "),
                        new Painted(kind, tint(step)),
                        Painted.foreign(gap),
                        Painted.plain(
                                DisplayWidth.clip(
                                        step.attempt() == null
                                                ? DisplayText.of(step.text())
                                                : attempt(step.attempt()),
                                        WIDEST))));
    }

    private static DisplayText attempt(Attempt attempt) {
        Attempt.Stages stages = attempt.stages();
        String delays =
                stages == null
                        ? ""
                        : seconds(stages.a())
                                + " / "
                                + seconds(stages.b())
                                + " / "
                                + seconds(stages.c())
                                + " / "
                                + seconds(stages.d());
        return Words.get(
                stages == null ? "journey.attempt" : "journey.attempt.staged",
                attempt.to(),
                attempt.relay(),
                attempt.reason(),
                seconds(attempt.delay()),
                delays);
    }

    private static String seconds(long micros) {
        return Figures.millis(micros / 1000.0);
    }

    private static String facts(JourneyMessage message) {
        List<String> facts = new ArrayList<>();
        facts.add(
                Words.get("journey.from", message.from().isEmpty() ? "<>" : message.from())
                        .toString());
        if (!message.messageId().isEmpty()) {
            facts.add(Words.get("journey.message-id", message.messageId()).toString());
        }
        if (message.size() >= 0) {
            facts.add(Figures.bytes(message.size()));
        }
        if (message.recipients() >= 0) {
            facts.add(Words.get("journey.recipients", message.recipients()).toString());
        }
        return String.join(" · ", facts);
    }

    private @Nullable LocalDate day(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, zone);
    }

    private static DisplayText word(String of, Enum<?> value) {
        return Words.get(
                "journey." + of + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Tint tint(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> Tint.GOOD;
            case BOUNCED, EXPIRED, REJECTED -> Tint.BAD;
            case QUEUED, HELD, DELETED, DISCARDED -> Tint.WARN;
            case REQUEUED, UNKNOWN -> Tint.PLAIN;
        };
    }

    private static Tint tint(Step step) {
        Attempt attempt = step.attempt();
        if (attempt == null) {
            return Tint.PLAIN;
        }
        return switch (attempt.status()) {
            case "sent" -> Tint.GOOD;
            case "deferred", "SOFTBOUNCE" -> Tint.WARN;
            case "bounced" -> Tint.BAD;
            default -> Tint.PLAIN;
        };
    }
}
