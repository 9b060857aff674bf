package org.spoolscope.ui.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What the Message page shows: the messages that the term found, and the one that is looked at.
/// Searches run in the background, and again when lines have come. JavaFX thread.
public final class MessageViewModel {
    /// A search reads all lines in memory; once in a while is enough for what comes in meanwhile.
    private static final Duration SEARCH_HOLDS = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Lane<MessageSearch.Job, MessageAnswer> searches;
    private final ReadOnlyObjectWrapper<MessageQuery> query =
            new ReadOnlyObjectWrapper<>(MessageQuery.NOTHING);
    private final ReadOnlyObjectWrapper<MessageAnswer> answer =
            new ReadOnlyObjectWrapper<>(MessageAnswer.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Timeline> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();

    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;
    private List<LogWindow> searched = List.of();
    private Instant searchedAt = Instant.EPOCH;
    private boolean showing = true;

    /// @param search for a background thread
    public MessageViewModel(Background background, InstantSource clock, MessageSearch search) {
        this.clock = clock;
        this.searches = background.lane(search::find, this::answered);
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

    void choose(Timeline timeline) {
        chosen.set(timeline);
    }

    private void search(boolean anew) {
        List<ServerSnapshot> servers = snapshot.servers();
        searched = windows(servers);
        searchedAt = clock.instant();
        MessageSearch.Job job = new MessageSearch.Job(query.get(), servers);
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
                                .filter(one -> one.key().equals(before.key()))
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
