package org.spoolscope.model.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// What an action would be about, before anyone says yes.
///
/// @param messages those it applies to
/// @param leftOut how many of those asked about it does not apply to, and why
/// @param bytes of `messages` together, as far as sizes are known
/// @param oldest when the oldest arrived, or null without messages
/// @param newest when the newest arrived, or null without messages
/// @param queues how many are in which queue
/// @param senders the most frequent ones, the null sender as an empty text
/// @param senderCount how many different ones
/// @param domains the most frequent recipient domains, counted once per message
/// @param domainCount how many different ones
public record Preview(
        Verb verb,
        List<QueuedMessage> messages,
        Map<LeftOut, Integer> leftOut,
        long bytes,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        Map<QueueName, Integer> queues,
        List<Counted> senders,
        int senderCount,
        List<Counted> domains,
        int domainCount) {
    private static final int NAMED = 3;

    /// Of more messages the person counts what can't be taken back.
    private static final int FEW = 50;

    public Preview {
        messages = List.copyOf(messages);
        leftOut = Map.copyOf(leftOut);
        queues = Map.copyOf(queues);
        senders = List.copyOf(senders);
        domains = List.copyOf(domains);
    }

    /// A sender or domain, and how many messages have it.
    public record Counted(String name, int messages) {}

    /// Of what the person chose.
    public static Preview of(Verb verb, Iterable<QueuedMessage> chosen) {
        List<QueuedMessage> messages = new ArrayList<>();
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        Map<QueueName, Integer> queues = new EnumMap<>(QueueName.class);
        Map<String, Integer> senders = new HashMap<>();
        Map<String, Integer> domains = new HashMap<>();
        long bytes = 0;
        Instant oldest = null;
        Instant newest = null;
        for (QueuedMessage message : chosen) {
            LeftOut why = LeftOut.of(verb, message).orElse(null);
            if (why != null) {
                leftOut.merge(why, 1, Integer::sum);
                continue;
            }
            messages.add(message);
            bytes += Math.max(0, message.size());
            Instant arrival = message.arrival();
            oldest = oldest == null || arrival.isBefore(oldest) ? arrival : oldest;
            newest = newest == null || arrival.isAfter(newest) ? arrival : newest;
            queues.merge(message.queue(), 1, Integer::sum);
            senders.merge(message.sender(), 1, Integer::sum);
            message.recipients().stream()
                    .map(Recipient::domain)
                    .distinct()
                    .forEach(domain -> domains.merge(domain, 1, Integer::sum));
        }
        return new Preview(
                verb,
                messages,
                leftOut,
                bytes,
                oldest,
                newest,
                queues,
                most(senders),
                senders.size(),
                most(domains),
                domains.size());
    }

    /// Whether the person types in how many messages it is about, and not just a yes.
    public boolean needsCount() {
        return verb.isDestructive() && messages.size() > FEW;
    }

    /// The action on exactly these messages.
    public ActionPlan plan(String server, String reason) {
        return ActionPlan.on(server, verb, messages.stream().map(Target::of).toList(), reason);
    }

    private static List<Counted> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
