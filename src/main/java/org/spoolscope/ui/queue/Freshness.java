package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.Reconciliation;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;

/// How the queues are known, how fresh that is, and in what the log was wrong, in words.
final class Freshness {
    /// The log is looked at every second, or two.
    private static final Duration LIVE = Duration.ofSeconds(10);

    private Freshness() {}

    /// By the least fresh of the servers that answer; null where none does.
    static @Nullable DisplayText summary(List<ServerSnapshot> servers, Instant now) {
        List<ServerSnapshot> up =
                servers.stream()
                        .filter(server -> server.link().isUp() && server.knownAt() != null)
                        .toList();
        if (up.isEmpty()) {
            return null;
        }
        if (up.stream().allMatch(ServerSnapshot::isToldByLog)) {
            Duration age = age(up, now);
            return age.compareTo(LIVE) <= 0
                    ? Words.get("queue.summary.by-log")
                    : Words.get("queue.summary.by-log-as-of", Figures.span(age));
        }
        List<ServerSnapshot> listed = up.stream().filter(one -> !one.isToldByLog()).toList();
        String age = Figures.span(age(listed, now));
        return listed.size() == up.size()
                ? Words.get("queue.summary.listed", age)
                : Words.get(
                        "queue.summary.mixed",
                        Figures.count(up.size() - listed.size()),
                        Figures.count(listed.size()),
                        age);
    }

    private static Duration age(List<ServerSnapshot> servers, Instant now) {
        return servers.stream()
                .map(ServerSnapshot::knownAt)
                .filter(at -> at != null)
                .map(at -> Duration.between(at, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// What a listing found that the log had not told, and what it does not tell at present.
    static List<DisplayText> notes(ServerSnapshot server, KnownQueue queue, Instant now) {
        List<DisplayText> notes = new ArrayList<>();
        KnownQueue.Told told = queue.log();
        if (told == null || !server.link().isUp()) {
            return notes;
        }
        Reconciliation checked = told.checked();
        if (!checked.agrees() && !checked.explanations().contains(ListingCause.NOT_LISTED)) {
            notes.add(
                    Words.get(
                            "queue.note.difference",
                            server.name(),
                            Figures.span(Duration.between(checked.listed(), now)),
                            difference(checked),
                            explanation(checked.explanations())));
        }
        if (!told.wanted().isEmpty()) {
            notes.add(Words.get("queue.note.untold", server.name(), explanation(told.wanted())));
        }
        return notes;
    }

    private static String difference(Reconciliation checked) {
        List<String> parts = new ArrayList<>();
        add(parts, "queue.note.difference.added", checked.added() - checked.waiting());
        add(parts, "queue.note.difference.vanished", checked.vanished());
        add(parts, "queue.note.difference.changed", checked.changed());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(Words.get(key, Figures.count(count)).toString());
        }
    }

    private static String explanation(Set<ListingCause> causes) {
        return causes.isEmpty()
                ? Words.get("queue.cause.none").toString()
                : String.join(
                        " ",
                        causes.stream()
                                .sorted()
                                .map(cause -> Words.get("queue.cause." + key(cause)).toString())
                                .toList());
    }

    private static String key(ListingCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
