package org.spoolscope.store.actions;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An [Event] as a JSON object and back. Times are RFC 3339 in UTC, spans seconds.
final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /// Without the closing brace, which follows the check sum.
    static String write(Event event, long number, Instant time) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("n", number);
            json.writeStringProperty("time", time.toString());
            json.writeStringProperty("event", event.word());
            json.writeStringProperty("action", event.action());
            switch (event) {
                case Event.Planned planned -> write(json, planned);
                case Event.Aimed aimed -> write(json, aimed);
                case Event.Began began -> step(json, began.step(), began.instance(), began.count());
                case Event.Did did -> step(json, did.step(), did.instance(), did.done());
                case Event.Missed missed -> write(json, missed);
                case Event.Postponed wait -> {
                    json.writeStringProperty("until", wait.until().toString());
                    write(json, wait.tally());
                }
                case Event.Ended end -> write(json, end.tally());
            }
            json.writeEndObject();
        }
        String whole = text.toString();
        return whole.substring(0, whole.length() - 1);
    }

    /// What a line says.
    ///
    /// @throws IllegalArgumentException when it is no event of ours
    static Entry read(String line) {
        Members members = new Members();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                members.read(name, json);
            }
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
        return new Entry(members.number, members.time, members.event());
    }

    /// A line that was read.
    record Entry(long number, Instant time, Event event) {}

    private static void write(JsonGenerator json, Event.Planned planned) {
        json.writeStringProperty("verb", planned.verb().label());
        json.writeStringProperty("server", planned.server());
        json.writeStringProperty("user", planned.user());
        json.writeStringProperty("reason", planned.reason());
        json.writeStringProperty("site", planned.site());
        json.writeNumberProperty("count", planned.asked());
        json.writeNumberProperty("grace", planned.grace().toSeconds());
        json.writeNumberProperty("process", planned.process());
        String undoes = planned.undoes();
        if (undoes != null) {
            json.writeStringProperty("undoes", undoes);
        }
    }

    /// `["instance","id",arrival in microseconds since the epoch,size,"queue"]` each.
    private static void write(JsonGenerator json, Event.Aimed aimed) {
        json.writeArrayPropertyStart("targets");
        for (Target target : aimed.targets()) {
            json.writeStartArray();
            json.writeString(target.instance());
            json.writeString(target.id().value());
            json.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, target.arrival()));
            json.writeNumber(target.size());
            json.writeString(target.queue().label());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void step(JsonGenerator json, String step, String instance, int count) {
        json.writeStringProperty("step", step);
        json.writeStringProperty("instance", instance);
        json.writeNumberProperty("count", count);
    }

    private static void write(JsonGenerator json, Tally tally) {
        for (Result result : Result.values()) {
            json.writeNumberProperty(result.label(), tally.of(result));
        }
    }

    /// `["instance","id","result","detail"]` each.
    private static void write(JsonGenerator json, Event.Missed missed) {
        json.writeArrayPropertyStart("outliers");
        for (Outlier outlier : missed.outliers()) {
            json.writeStartArray();
            json.writeString(outlier.instance());
            json.writeString(outlier.id().value());
            json.writeString(outlier.result().label());
            json.writeString(outlier.detail());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /// All members that any event has, as they are read.
    private static final class Members {
        private final int[] counts = new int[Result.values().length];
        private final List<Target> targets = new ArrayList<>();
        private final List<Outlier> outliers = new ArrayList<>();
        private long number;
        private Instant time = Instant.EPOCH;
        private String word = "";
        private String action = "";
        private Verb verb = Verb.FLUSH;
        private String server = "";
        private String user = "";
        private String reason = "";
        private String site = "";
        private String step = "";
        private String instance = "";
        private int count;
        private long grace;
        private long process;
        private Instant until = Instant.EPOCH;
        private @Nullable String undoes;

        private void read(String name, JsonParser json) {
            switch (name) {
                case "n" -> number = json.getLongValue();
                case "time" -> time = Instant.parse(json.getString());
                case "event" -> word = json.getString();
                case "action" -> action = json.getString();
                case "verb" -> verb = Verb.of(json.getString()).orElseThrow(this::unknown);
                case "server" -> server = json.getString();
                case "user" -> user = json.getString();
                case "reason" -> reason = json.getString();
                case "site" -> site = json.getString();
                case "step" -> step = json.getString();
                case "instance" -> instance = json.getString();
                case "count" -> count = json.getIntValue();
                case "grace" -> grace = json.getLongValue();
                case "process" -> process = json.getLongValue();
                case "until" -> until = Instant.parse(json.getString());
                case "undoes" -> undoes = json.getString();
                case "targets" -> readTargets(json);
                case "outliers" -> readOutliers(json);
                default -> readCount(name, json);
            }
        }

        private void readCount(String name, JsonParser json) {
            for (Result result : Result.values()) {
                if (result.label().equals(name)) {
                    counts[result.ordinal()] = json.getIntValue();
                    return;
                }
            }
            json.skipChildren();
        }

        private void readTargets(JsonParser json) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String itsInstance = String.valueOf(json.nextStringValue());
                QueueId id = new QueueId(String.valueOf(json.nextStringValue()));
                long micros = json.nextLongValue(0);
                long size = json.nextLongValue(-1);
                QueueName queue =
                        QueueName.parse(String.valueOf(json.nextStringValue()))
                                .orElseThrow(this::unknown);
                Instant arrival =
                        Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000L),
                                Math.floorMod(micros, 1_000_000L) * 1_000L);
                targets.add(new Target(itsInstance, id, arrival, size, queue));
                json.nextToken();
            }
        }

        private void readOutliers(JsonParser json) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String itsInstance = String.valueOf(json.nextStringValue());
                QueueId id = new QueueId(String.valueOf(json.nextStringValue()));
                String label = json.nextStringValue();
                Result result = Result.FAILED;
                for (Result one : Result.values()) {
                    if (one.label().equals(label)) {
                        result = one;
                    }
                }
                String detail = String.valueOf(json.nextStringValue());
                outliers.add(new Outlier(itsInstance, id, result, detail));
                json.nextToken();
            }
        }

        private Event event() {
            return switch (word) {
                case "plan" ->
                        new Event.Planned(
                                action,
                                verb,
                                server,
                                user,
                                reason,
                                site,
                                count,
                                Duration.ofSeconds(grace),
                                process,
                                undoes);
                case "targets" -> new Event.Aimed(action, List.copyOf(targets));
                case "step" -> new Event.Began(action, step, instance, count);
                case "did" -> new Event.Did(action, step, instance, count);
                case "outliers" -> new Event.Missed(action, List.copyOf(outliers));
                case "wait" -> new Event.Postponed(action, until, tally());
                case "end" -> new Event.Ended(action, tally());
                default -> throw unknown();
            };
        }

        private Tally tally() {
            return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4]);
        }

        private IllegalArgumentException unknown() {
            return new IllegalArgumentException("not understood: " + word + " of " + action);
        }
    }
}
