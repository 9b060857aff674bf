package org.spoolscope.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.journey.JourneyTerm;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What the Message page shows: the messages that the term found, and the one that is looked at.
/// Searches run in the background, and again when lines have come. JavaFX thread.
public final class MessageViewModel {
    /// A search reads all lines in memory; once in a while is enough for what comes in meanwhile.
    private static final Duration SEARCH_HOLDS = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final OldLogSearch oldLogs;
    private final Lane<MessageSearch.Job, MessageAnswer> searches;
    private final ReadOnlyObjectWrapper<MessageQuery> query =
            new ReadOnlyObjectWrapper<>(MessageQuery.NOTHING);
    private final ReadOnlyObjectWrapper<MessageAnswer> answer =
            new ReadOnlyObjectWrapper<>(MessageAnswer.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Timeline> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();

    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;
    private Map<String, LogWindow> old = Map.of();
    private List<LogWindow> searched = List.of();
    private Instant searchedAt = Instant.EPOCH;
    private boolean showing = true;

    /// @param search for a background thread
    /// @param logs the servers' own, which are searched on demand
    public MessageViewModel(
            Background background, InstantSource clock, MessageSearch search, OldLogs logs) {
        this.clock = clock;
        this.searches = background.lane(search::find, this::answered);
        this.oldLogs = new OldLogSearch(logs, background, this::foundOld);
    }

    public ReadOnlyObjectProperty<MessageQuery> query() {
        return query.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MessageAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// The message that is looked at, or null.
    ReadOnlyObjectProperty<@Nullable Timeline> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// What is ahead of that message while it waits in a queue, or null.
    @Nullable Prospect prospect() {
        Timeline timeline = chosen.get();
        return timeline == null || !timeline.waits() || !QueueId.isValid(timeline.id())
                ? null
                : snapshot.server(timeline.server())
                        .flatMap(server ->
                                Outlook.find(server, new QueueId(timeline.id()), clock.instant()))
                        .orElse(null);
    }

    /// Whether the first answer to the present query is still to come.
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /// Whether any log is read at all.
    public boolean hasLines() {
        return snapshot.servers().stream().anyMatch(server -> server.log().window().end() > 0);
    }

    /// What ages count up to now.
    public Instant now() {
        return clock.instant();
    }

    /// Looks for messages.
    public void find(MessageQuery next) {
        MessageQuery stripped = new MessageQuery(next.server(), next.term().strip());
        if (stripped.equals(query.get())) {
            return;
        }
        if (!isKnownByOldLines(stripped)) {
            old = Map.of();
            oldLogs.forget();
        }
        query.set(stripped);
        if (stripped.isEmpty()) {
            searching.set(false);
            answered(MessageAnswer.NONE);
        } else {
            searching.set(true);
            search(true);
        }
    }

    /// Takes a snapshot. Searches again when lines have come, once in a while.
    public void show(FleetSnapshot next) {
        boolean first = snapshot.servers().isEmpty() && !next.servers().isEmpty();
        snapshot = next;
        Duration since = Duration.between(searchedAt, clock.instant());
        boolean due = since.isNegative() || since.compareTo(SEARCH_HOLDS) >= 0;
        if (showing && !query.get().isEmpty() && (first || due) && hasNewLines()) {
            search(false);
        }
    }

    /// While the page is not on screen, nothing is searched.
    public void setShowing(boolean shown) {
        showing = shown;
    }

    /// How far the search of the servers' own logs is.
    ReadOnlyObjectProperty<OldSearch> oldSearch() {
        return oldLogs.state();
    }

    /// Looks in the servers' own logs for what is asked for; for one message's beginning, in those
    /// of its server.
    void searchOld() {
        Timeline timeline = chosen.get();
        boolean one = timeline != null && !timeline.complete();
        MessageQuery asked = query.get();
        String only = one ? timeline.server() : asked.server();
        oldLogs.start(
                one ? timeline.id() : JourneyTerm.of(asked.term()).text(),
                snapshot.servers().stream()
                        .map(ServerSnapshot::name)
                        .filter(name -> only.isEmpty() || name.equals(only))
                        .toList());
    }

    /// Ends a search of the servers' own logs. What it found so far stays.
    void cancelOld() {
        oldLogs.cancel();
    }

    /// Puts the account of a search away; what it found stays.
    void hideOld() {
        oldLogs.forget();
    }

    /// Whether there is a server to look on.
    boolean hasServers() {
        return !snapshot.servers().isEmpty();
    }

    /// Whether the servers' own logs have been searched, or are, for what is missing now.
    boolean isOldSearched() {
        Timeline timeline = chosen.get();
        return timeline == null || timeline.complete()
                ? !old.isEmpty()
                        || oldSearch().get().servers().stream().anyMatch(MessageViewModel::isTried)
                : old.containsKey(timeline.server())
                        || oldSearch().get().servers().stream()
                                .anyMatch(one ->
                                        one.name().equals(timeline.server()) && isTried(one));
    }

    private static boolean isTried(OldSearch.Server server) {
        return server.isRunning() || server.result() != null;
    }

    private void foundOld(String server, LogWindow lines) {
        Map<String, LogWindow> more = new HashMap<>(old);
        more.put(server, lines);
        old = more;
        search(false);
    }

    /// Whether it is one of the messages that were found, or next to one: what the old logs told of
    /// them is told of it, too.
    private boolean isKnownByOldLines(MessageQuery next) {
        return answer.get().found().stream()
                .anyMatch(one ->
                        one.id().equals(next.term())
                                || one.steps().stream()
                                        .flatMap(step -> step.links().stream())
                                        .anyMatch(link -> link.id().equals(next.term())));
    }

    void choose(Timeline timeline) {
        chosen.set(timeline);
    }

    private void search(boolean anew) {
        List<ServerSnapshot> servers = snapshot.servers();
        searched = windows(servers);
        searchedAt = clock.instant();
        MessageSearch.Job job = new MessageSearch.Job(query.get(), servers, old);
        if (anew) {
            searches.supersede(job);
        } else {
            searches.submit(job);
        }
    }

    private void answered(MessageAnswer next) {
        if (!next.query().equals(query.get()) && !query.get().isEmpty()) {
            return;
        }
        boolean same = next.query().equals(answer.get().query());
        Timeline before = chosen.get();
        searching.set(false);
        answer.set(next);
        Timeline kept =
                before == null || !same
                        ? null
                        : next.found().stream()
                                .filter(one -> one.continues(before))
                                .findFirst()
                                .orElse(null);
        Timeline first = next.found().isEmpty() ? null : next.found().getFirst();
        Timeline now = kept == null ? first : kept;
        if (!Objects.equals(now, before)) {
            chosen.set(now);
        }
    }

    private static List<LogWindow> windows(List<ServerSnapshot> servers) {
        return servers.stream().map(server -> server.log().window()).toList();
    }

    @SuppressWarnings("ReferenceEquality") // a window that has not grown is the same one
    private boolean hasNewLines() {
        List<LogWindow> now = windows(snapshot.servers());
        if (now.size() != searched.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != searched.get(i)) {
                return true;
            }
        }
        return false;
    }
}
