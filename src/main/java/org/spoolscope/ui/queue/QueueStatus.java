package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Figures;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;

/// How much there is, how much of it matches, how old that is, and what can't be seen, in words.
///
/// @param summary one line for the head of the page
/// @param notes what the list does not tell: servers without a link, listings with gaps
/// @param drain what becomes of what the list is narrowed to; null where it is not, or nothing is
///   in it
/// @param empty why the list is empty, if it is
public record QueueStatus(
        DisplayText summary, List<DisplayText> notes, @Nullable Drain drain, Empty empty) {
    /// Why there is nothing in the list.
    public enum Empty {
        /// There is something in it.
        NO,
        NO_SERVERS,
        NOT_LISTED,
        NOTHING_QUEUED,
        NOTHING_MATCHES
    }

    public static final QueueStatus NOTHING =
            new QueueStatus(DisplayText.EMPTY, List.of(), null, Empty.NO_SERVERS);

    static QueueStatus of(
            List<ServerSnapshot> servers,
            QueueAnswer answer,
            QueueQuery query,
            @Nullable Drain drain,
            Instant now) {
        if (servers.isEmpty()) {
            return NOTHING;
        }
        List<ServerSnapshot> listed = servers.stream().filter(ServerSnapshot::hasListing).toList();
        List<DisplayText> notes = new ArrayList<>();
        for (ServerSnapshot server : servers) {
            note(server, now, notes);
        }
        return new QueueStatus(
                summary(listed, answer, query, now),
                notes,
                query.narrows() && !answer.rows().isEmpty() ? drain : null,
                empty(listed, answer));
    }

    private static Empty empty(List<ServerSnapshot> listed, QueueAnswer answer) {
        if (listed.isEmpty()) {
            return Empty.NOT_LISTED;
        }
        if (!answer.rows().isEmpty() || answer.tables().isEmpty()) {
            return Empty.NO;
        }
        return answer.total() == 0 ? Empty.NOTHING_QUEUED : Empty.NOTHING_MATCHES;
    }

    private static DisplayText summary(
            List<ServerSnapshot> listed, QueueAnswer answer, QueueQuery query, Instant now) {
        if (listed.isEmpty()) {
            return Words.get("queue.summary.not-listed");
        }
        List<DisplayText> parts = new ArrayList<>();
        String total = Figures.count(answer.total());
        String first = listed.getFirst().name();
        if (listed.size() > 1) {
            parts.add(Words.get("queue.summary.servers", total, Figures.count(listed.size())));
        } else if (answer.total() == 1) {
            parts.add(Words.get("queue.summary.one-message", first));
        } else {
            parts.add(Words.get("queue.summary.one-server", total, first));
        }
        if (query.narrows()) {
            parts.add(Words.get("queue.summary.match", Figures.count(answer.rows().size())));
        }
        DisplayText freshness = Freshness.summary(listed, now);
        if (freshness != null) {
            parts.add(freshness);
        }
        String separator = Words.get("queue.summary.separator").toString();
        return DisplayText.of(
                String.join(separator, parts.stream().map(DisplayText::toString).toList()));
    }

    private static void note(ServerSnapshot server, Instant now, List<DisplayText> notes) {
        Instant at = server.knownAt();
        if (!server.link().isUp()) {
            String state = server.link() instanceof Link.Paused ? "paused" : "no-link";
            notes.add(
                    at == null
                            ? Words.get("queue.note." + state + "-not-listed", server.name())
                            : Words.get(
                                    "queue.note." + state,
                                    server.name(),
                                    Figures.span(Duration.between(at, now))));
        } else if (at == null) {
            notes.add(Words.get("queue.note.not-listed", server.name()));
        }
        for (InstanceQueue queue : server.queues()) {
            KnownQueue known = queue.known();
            if (known != null) {
                note(server, known, notes);
                notes.addAll(Freshness.notes(server, known, now));
            }
        }
    }

    private static void note(ServerSnapshot server, KnownQueue known, List<DisplayText> notes) {
        if (known.notUnderstood() > 0) {
            notes.add(
                    Words.get(
                            "queue.note.not-understood",
                            server.name(),
                            Figures.count(known.notUnderstood())));
        }
        if (!known.queuesToldApart()) {
            notes.add(Words.get("queue.note.not-told-apart", server.name()));
        }
    }
}
