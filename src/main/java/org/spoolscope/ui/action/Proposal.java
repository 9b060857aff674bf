package org.spoolscope.ui.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;

/// An action as it is put before the person: on these messages and no others, one plan per server.
///
/// @param site of a flush: the one domain; else empty
/// @param parts server by server, those that have anything to be done
/// @param whole of all servers together
/// @param readOnly servers where nothing may be changed, and how many messages were left out there
public record Proposal(
        Verb verb, String site, List<Part> parts, Preview whole, Map<String, Integer> readOnly) {
    /// What is to be done on one server.
    public record Part(String server, Preview preview) {}

    public Proposal {
        parts = List.copyOf(parts);
        readOnly = Collections.unmodifiableMap(new LinkedHashMap<>(readOnly));
    }

    /// Of what was chosen. Takes time in proportion to it.
    ///
    /// @param mayChange whether anything may be changed on a server
    public static Proposal of(Verb verb, Chosen chosen, Predicate<String> mayChange) {
        Map<String, List<QueuedMessage>> byServer = new LinkedHashMap<>();
        List<QueuedMessage> all = new ArrayList<>();
        Map<String, Integer> readOnly = new LinkedHashMap<>();
        chosen.forEach((server, message) -> {
            if (readOnly.containsKey(server)
                    || !byServer.containsKey(server) && !mayChange.test(server)) {
                readOnly.merge(server, 1, Integer::sum);
            } else {
                byServer.computeIfAbsent(server, _ -> new ArrayList<>()).add(message);
                all.add(message);
            }
        });
        List<Part> parts = new ArrayList<>();
        byServer.forEach((server, messages) -> {
            Preview preview = Preview.of(verb, messages);
            if (!preview.messages().isEmpty()) {
                parts.add(new Part(server, preview));
            }
        });
        return new Proposal(verb, "", parts, Preview.of(verb, all), readOnly);
    }

    /// Of a flush of what is deferred, or of what is for one domain.
    public static Proposal flush(List<String> servers, String site, Predicate<String> mayChange) {
        Preview nothing = Preview.of(Verb.FLUSH, List.of());
        Map<String, Integer> readOnly = new LinkedHashMap<>();
        servers.stream().filter(mayChange.negate()).forEach(one -> readOnly.put(one, 0));
        return new Proposal(
                Verb.FLUSH,
                site,
                servers.stream().filter(mayChange).map(one -> new Part(one, nothing)).toList(),
                nothing,
                readOnly);
    }

    /// How many messages it is about.
    public int messages() {
        return whole.messages().size();
    }

    /// Whether there is anything to do.
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// Whether the number of messages is to be typed in first.
    public boolean needsCount() {
        return whole.needsCount();
    }

    /// Whether a flush is better.
    public boolean hasTooManyRetries() {
        return verb == Verb.RETRY && messages() > ActionPlan.MOST_RETRIES;
    }

    /// A domain that all of them have a recipient in, if there is one.
    public Optional<String> commonDomain() {
        return whole.domains().stream()
                .filter(domain -> domain.messages() == messages())
                .map(Preview.Counted::name)
                .findFirst();
    }

    /// The servers it is about.
    public List<String> servers() {
        return parts.stream().map(Part::server).toList();
    }

    /// What is to be carried out, a plan per server.
    ///
    /// @param grace of a deletion
    public List<ActionPlan> plans(String reason, Duration grace) {
        return parts.stream()
                .map(part ->
                        verb == Verb.FLUSH
                                ? ActionPlan.flush(part.server(), site, reason)
                                : part.preview().plan(part.server(), reason).grace(grace))
                .toList();
    }
}
