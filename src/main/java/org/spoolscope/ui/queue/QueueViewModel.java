package org.spoolscope.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.postfix.filter.HalfTyped;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What the Queue page shows: the newest answer to the person's query. Searches run in the
/// background; an answer to another query than the present one is dropped. JavaFX thread.
public final class QueueViewModel {
    /// Ages in an answer are at most this old, when nothing changes.
    private static final Duration AGES_HOLD = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Judgement judgement;
    private final Lane<QueueSearch, QueueAnswer> searches;
    private final ReadOnlyObjectWrapper<QueueQuery> query =
            new ReadOnlyObjectWrapper<>(QueueQuery.EVERYTHING);
    private final ReadOnlyObjectWrapper<QueueAnswer> answer =
            new ReadOnlyObjectWrapper<>(QueueAnswer.NONE);
    private final ReadOnlyObjectWrapper<QueueStatus> status =
            new ReadOnlyObjectWrapper<>(QueueStatus.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable FilterSyntaxException> mistake =
            new ReadOnlyObjectWrapper<>();

    private final ScopeDrain drain = new ScopeDrain();
    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;
    private List<QueueTable> searched = List.of();
    private Instant searchedAt = Instant.EPOCH;
    private boolean showing = true;

    /// @param clock what ages count up to
    /// @param judgement by what causes and providers are told
    public QueueViewModel(Background background, InstantSource clock, Judgement judgement) {
        this.clock = clock;
        this.judgement = judgement;
        this.searches = background.lane(QueueSearch::answer, this::answered);
    }

    public ReadOnlyObjectProperty<QueueQuery> query() {
        return query.getReadOnlyProperty();
    }

    /// The newest answer; another one for each search.
    public ReadOnlyObjectProperty<QueueAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// How much there is, how much matches, how old it is, and what is not seen.
    public ReadOnlyObjectProperty<QueueStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// What is wrong with the filter as typed; meanwhile the last good one stays in force. Null
    /// when nothing is.
    public ReadOnlyObjectProperty<@Nullable FilterSyntaxException> mistake() {
        return mistake.getReadOnlyProperty();
    }

    /// The names of the servers there are.
    public List<String> servers() {
        return snapshot.servers().stream().map(ServerSnapshot::name).toList();
    }

    /// How the servers are configured whose mail is looked at.
    List<ServerConfig> configs() {
        return inScope().stream().map(ServerSnapshot::config).toList();
    }

    /// Whether a server has several instances.
    boolean severalInstances() {
        return snapshot.servers().stream().anyMatch(server -> server.queues().size() > 1);
    }

    /// Takes a snapshot. Searches only when its queues are others than those searched last.
    public void show(FleetSnapshot next) {
        snapshot = next;
        updateStatus();
        if (showing && (!sameTables() || agesAreOld())) {
            searches.submit(search());
        }
    }

    /// While the page is not on screen, nothing is searched.
    public void setShowing(boolean shown) {
        boolean comes = shown && !showing;
        showing = shown;
        if (comes) {
            searches.supersede(search());
        }
    }

    /// Takes what stands in the filter box.
    public void filter(String text) {
        try {
            use(Filter.parse(text, judgement));
            mistake.set(null);
        } catch (FilterSyntaxException e) {
            mistake.set(e);
            stayWithWholeTerms(text);
        }
    }

    private void stayWithWholeTerms(String text) {
        try {
            use(Filter.parse(HalfTyped.whole(query.get().filter().toString(), text), judgement));
        } catch (FilterSyntaxException _) {
            // Then all of what was in force stays so.
        }
    }

    private void use(Filter filter) {
        if (!filter.toString().equals(query.get().filter().toString())) {
            ask(now -> now.matching(filter));
        }
    }

    /// Asks another query, made from the present one.
    public void ask(UnaryOperator<QueueQuery> change) {
        QueueQuery next = change.apply(query.get());
        if (!next.equals(query.get())) {
            query.set(next);
            updateStatus();
            if (showing) {
                searches.supersede(search());
            }
        }
    }

    /// What ages count up to now.
    public Instant now() {
        return clock.instant();
    }

    private QueueSearch search() {
        List<ServerSnapshot> servers = inScope();
        searched = QueueSearch.tables(servers);
        searchedAt = clock.instant();
        return new QueueSearch(query.get(), servers, searchedAt, answer.get().rows(), judgement);
    }

    private void answered(QueueAnswer next) {
        drain.add(next, inScope());
        answer.set(next.after(answer.get().rows()));
        updateStatus();
    }

    private void updateStatus() {
        status.set(
                QueueStatus.of(
                        inScope(), answer.get(), query.get(), drain.drain(), clock.instant()));
    }

    private List<ServerSnapshot> inScope() {
        String only = query.get().server();
        return only == null
                ? snapshot.servers()
                : snapshot.servers().stream().filter(one -> one.name().equals(only)).toList();
    }

    @SuppressWarnings("ReferenceEquality") // comparing 100,000 messages is what this avoids
    private boolean sameTables() {
        List<QueueTable> now = QueueSearch.tables(inScope());
        if (now.size() != searched.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != searched.get(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean agesAreOld() {
        return Duration.between(searchedAt, clock.instant()).compareTo(AGES_HOLD) > 0;
    }
}
