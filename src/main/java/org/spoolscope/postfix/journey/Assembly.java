package org.spoolscope.postfix.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.journey.Mention.Link;

/// Puts the collected lines together: lines to messages, messages to journeys.
final class Assembly {
    /// How far two servers' clocks and a slow hand-over may lie apart.
    private static final long HAND_OVER_MICROS = 600_000_000;

    private record Key(int source, String instance, String id) {}

    private final List<String> servers;
    private final List<Occurrence> occurrences = new ArrayList<>();

    Assembly(List<String> servers, List<Mention> mentions) {
        this.servers = servers;
        split(mentions);
        for (Occurrence occurrence : occurrences) {
            for (Mention mention : occurrence.mentions) {
                if (mention.link() != null) {
                    relate(occurrence, mention, mention.link());
                }
            }
        }
    }

    /// Those with a message that was asked for, by the time of their beginning.
    List<Journey> journeys() {
        return occurrences.stream()
                .filter(occurrence -> occurrence.parent == null && isAsked(occurrence))
                .sorted(Comparator.comparingLong(Occurrence::beginMicros))
                .map(occurrence -> new Journey(occurrence.message(servers)))
                .toList();
    }

    private void split(List<Mention> mentions) {
        Map<Key, List<Mention>> byId = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            byId.computeIfAbsent(
                            new Key(mention.source(), mention.instance(), mention.id()),
                            _ -> new ArrayList<>())
                    .add(mention);
        }
        for (Collection<Mention> lines : byId.values()) {
            Occurrence current = null;
            for (Mention line :
                    lines.stream().sorted(Comparator.comparingLong(Mention::order)).toList()) {
                if (current == null || current.isOver(line)) {
                    current = new Occurrence(line);
                    occurrences.add(current);
                } else {
                    current.add(line);
                }
            }
        }
    }

    private void relate(Occurrence one, Mention line, Link link) {
        Occurrence other =
                link.relation() == Relation.NEXT_HOP
                        ? nextHop(one, line, link)
                        : nearest(
                                one,
                                link,
                                link.forward()
                                        ? found -> Math.abs(found.begin() - line.order())
                                        : found -> Math.abs(found.end() - line.order()));
        if (other == null) {
            return;
        }
        Occurrence parent = link.forward() ? one : other;
        Occurrence child = link.forward() ? other : one;
        if (child.parent == null && !isBelow(parent, child)) {
            child.parent = parent;
            parent.next.put(child, relation(link, parent, child));
            parent.nextLines.put(child, line.order());
        }
    }

    /// A message that was handed on comes back from a filter, or goes on in another instance.
    private static Relation relation(Link link, Occurrence parent, Occurrence child) {
        boolean isSame = parent.source == child.source && parent.instance.equals(child.instance);
        return link.relation() == Relation.FILTER && !isSame ? Relation.NEXT_HOP : link.relation();
    }

    private @Nullable Occurrence nearest(
            Occurrence one, Link link, ToLongFunction<Occurrence> distance) {
        return occurrences.stream()
                .filter(found -> found.source == one.source && found != one)
                .filter(found -> found.id.equals(link.id()))
                .min(Comparator.comparingLong(distance))
                .orElse(null);
    }

    /// On another server, or in another instance of this one.
    private @Nullable Occurrence nextHop(Occurrence one, Mention line, Link link) {
        return occurrences.stream()
                .filter(found -> found.source != one.source || !found.instance.equals(one.instance))
                .filter(found -> found.id.equals(link.id()))
                .filter(found -> sameName(one.messageId(), found.messageId()))
                .filter(found -> apart(found, line) <= HAND_OVER_MICROS)
                .min(Comparator.comparingLong(found -> apart(found, line)))
                .orElse(null);
    }

    private static long apart(Occurrence found, Mention line) {
        return found.beginMicros() == Long.MIN_VALUE || line.micros() == Long.MIN_VALUE
                ? HAND_OVER_MICROS
                : Math.abs(found.beginMicros() - line.micros());
    }

    private static boolean sameName(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /// Whether the first is the second or came of it.
    private static boolean isBelow(Occurrence one, Occurrence other) {
        for (Occurrence up = one; up != null; up = up.parent) {
            if (up == other) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsked(Occurrence root) {
        return root.matches() || root.next.keySet().stream().anyMatch(Assembly::isAsked);
    }
}
