package org.spoolscope.ui.log;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.filter.FilterSyntaxException;
import org.spoolscope.postfix.filter.HalfTyped;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What the Log page shows: the newest answer to the person's query. Lines are looked through in
/// the background; an answer to another query than the present one is dropped. JavaFX thread.
public final class LogViewModel {
    private final Judgement judgement;
    private final Lane<LogIndex.Job, LogAnswer> searches;
    private final ReadOnlyObjectWrapper<LogQuery> query =
            new ReadOnlyObjectWrapper<>(LogQuery.EVERYTHING);
    private final ReadOnlyObjectWrapper<LogAnswer> answer =
            new ReadOnlyObjectWrapper<>(LogAnswer.NONE);
    private final ReadOnlyObjectWrapper<LogStatus> status =
            new ReadOnlyObjectWrapper<>(LogStatus.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable FilterSyntaxException> mistake =
            new ReadOnlyObjectWrapper<>();
    private final Map<String, Long> mostBehind = new HashMap<>();

    private FleetSnapshot snapshot = FleetSnapshot.EMPTY;
    private List<LogSnapshot> searched = List.of();
    private boolean showing = true;

    /// @param clock what year-less times are compared with
    /// @param judgement by what the filter tells causes and providers
    public LogViewModel(Background background, InstantSource clock, Judgement judgement) {
        this.judgement = judgement;
        this.searches = background.lane(new LogIndex(clock)::answer, this::answered);
    }

    public ReadOnlyObjectProperty<LogQuery> query() {
        return query.getReadOnlyProperty();
    }

    /// The newest answer; another one whenever lines have come.
    public ReadOnlyObjectProperty<LogAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// Where the lines come from, how many there are, and what can't be seen.
    public ReadOnlyObjectProperty<LogStatus> status() {
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

    /// Takes a snapshot. Searches only when lines have come.
    public void show(FleetSnapshot next) {
        snapshot = next;
        for (ServerSnapshot server : next.servers()) {
            long behind = server.log().behind();
            if (behind == 0) {
                mostBehind.remove(server.name());
            } else {
                mostBehind.merge(server.name(), behind, Math::max);
            }
        }
        updateStatus();
        if (showing && hasNewLines()) {
            searches.submit(job());
        }
    }

    /// While the page is not on screen, nothing is looked through.
    public void setShowing(boolean shown) {
        boolean comes = shown && !showing;
        showing = shown;
        if (comes) {
            searches.supersede(job());
        }
    }

    /// Takes what stands in the filter box.
    public void filter(String text) {
        try {
            LogFilter filter = LogFilter.parse(text, judgement);
            mistake.set(null);
            ask(now -> now.matching(filter));
        } catch (FilterSyntaxException e) {
            mistake.set(e);
            stayWithWholeTerms(text);
        }
    }

    private void stayWithWholeTerms(String text) {
        String whole = HalfTyped.whole(query.get().filter().toString(), text);
        try {
            LogFilter filter = LogFilter.parse(whole, judgement);
            ask(now -> now.matching(filter));
        } catch (FilterSyntaxException _) {
            // Then all of what was in force stays so.
        }
    }

    /// Shows one server's lines, or those of all.
    public void choose(@Nullable String server) {
        ask(now -> now.on(server));
    }

    private void ask(UnaryOperator<LogQuery> change) {
        LogQuery next = change.apply(query.get());
        if (!next.equals(query.get())) {
            query.set(next);
            updateStatus();
            if (showing) {
                searches.supersede(job());
            }
        }
    }

    private LogIndex.Job job() {
        List<ServerSnapshot> servers = inScope();
        searched = servers.stream().map(ServerSnapshot::log).toList();
        return new LogIndex.Job(query.get(), servers);
    }

    private void answered(LogAnswer next) {
        answer.set(next);
        updateStatus();
    }

    private void updateStatus() {
        status.set(LogStatus.of(inScope(), answer.get(), mostBehind));
    }

    private List<ServerSnapshot> inScope() {
        String only = query.get().server();
        return only == null
                ? snapshot.servers()
                : snapshot.servers().stream().filter(one -> one.name().equals(only)).toList();
    }

    @SuppressWarnings("ReferenceEquality") // comparing the lines themselves is what this avoids
    private boolean hasNewLines() {
        List<ServerSnapshot> now = inScope();
        if (now.size() != searched.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            LogSnapshot log = now.get(i).log();
            if (log.window() != searched.get(i).window()
                    || !log.gaps().equals(searched.get(i).gaps())) {
                return true;
            }
        }
        return false;
    }
}
