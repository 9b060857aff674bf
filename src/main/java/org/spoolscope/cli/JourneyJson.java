package org.spoolscope.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.journey.Attempt;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneyMessage;
import org.spoolscope.postfix.journey.Step;

/// One object per message, each after the one that it came of (`parent`, `relation`).
final class JourneyJson implements JourneyReport {
    private static final double MICROS = 1e6;

    private final JsonLines json;

    JourneyJson(JsonLines json) {
        this.json = json;
    }

    @Override
    public void print(Journey journey) {
        write(journey.start(), null, null);
    }

    private void write(JourneyMessage message, @Nullable String parent, @Nullable String relation) {
        json.line(line -> {
            line.text("server", message.server())
                    .text("instance", message.instance())
                    .text("id", message.id())
                    .text("parent", parent)
                    .text("relation", relation)
                    .text("message_id", known(message.messageId()))
                    .text("from", message.from())
                    .text("client", known(message.client()));
            if (message.size() >= 0) {
                line.number("size", message.size());
            }
            if (message.recipients() >= 0) {
                line.number("nrcpt", message.recipients());
            }
            line.text("outcome", word(message.outcome()))
                    .objects("steps", message.steps(), this::step);
        });
        for (JourneyMessage.Branch branch : message.next()) {
            write(branch.message(), message.id(), word(branch.relation()));
        }
    }

    private void step(JsonLines.Members line, Step step) {
        line.time("time", step.time())
                .text("step", word(step.kind()))
                .number("line", step.line() + 1)
                .text("program", step.program());
        Attempt attempt = step.attempt();
        if (attempt != null) {
            line.text("to", attempt.to())
                    .text("orig_to", known(attempt.origTo()))
                    .text("relay", attempt.relay())
                    .text("status", attempt.status())
                    .text("dsn", known(attempt.dsn()))
                    .text("reason", attempt.reason());
            if (attempt.delay() >= 0) {
                line.number("delay", attempt.delay() / MICROS);
            }
            Attempt.Stages stages = attempt.stages();
            if (stages != null) {
                line.object(
                        "delays",
                        members ->
                                members.number("a", stages.a() / MICROS)
                                        .number("b", stages.b() / MICROS)
                                        .number("c", stages.c() / MICROS)
                                        .number("d", stages.d() / MICROS));
            }
        }
        line.text("text", step.text());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
