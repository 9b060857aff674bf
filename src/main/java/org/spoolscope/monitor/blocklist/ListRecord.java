package org.spoolscope.monitor.blocklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.Verdict;

/// What the lists have said of one server's addresses so far: how each stands, since when, and what
/// has changed. One thread at a time.
final class ListRecord {
    private static final int MOST_CHANGES = 500;

    private final Map<Key, ListStanding> standings = new LinkedHashMap<>();
    private final List<ListChange> history = new ArrayList<>();

    private record Key(String subject, String list) {}

    /// Begins with what was kept: each change once, the newest first.
    ListRecord(List<ListChange> kept) {
        for (ListChange change : kept) {
            standings.putIfAbsent(key(change.now()), new ListStanding(change.now(), change.at()));
        }
        history.addAll(kept);
    }

    /// Takes what a round of checks found. What it did not ask about is forgotten, but for its
    /// history.
    ///
    /// @return what has changed, in the order of the checks
    List<ListChange> fold(List<ListCheck> checks) {
        Map<Key, ListStanding> now = new LinkedHashMap<>();
        List<ListChange> changes = new ArrayList<>();
        for (ListCheck check : checks) {
            ListStanding before = standings.get(key(check));
            ListStanding next = next(before, check);
            ListChange change = change(before, check);
            if (change != null) {
                changes.add(change);
            }
            now.put(key(check), next);
        }
        standings.clear();
        standings.putAll(now);
        changes.forEach(change -> history.addFirst(change));
        while (history.size() > MOST_CHANGES) {
            history.removeLast();
        }
        return changes;
    }

    List<ListStanding> standings() {
        return List.copyOf(standings.values());
    }

    /// The newest first.
    List<ListChange> history() {
        return List.copyOf(history);
    }

    private static ListStanding next(@Nullable ListStanding before, ListCheck check) {
        if (before == null) {
            return new ListStanding(check, check.at());
        }
        ListStanding answer = before.answer();
        if (check.verdict().isAnswer()) {
            return answer != null && isSame(answer.check(), check)
                    ? new ListStanding(check, answer.since())
                    : new ListStanding(check, check.at());
        }
        Instant since = before.check().verdict() == check.verdict() ? before.since() : check.at();
        return new ListStanding(check, since, answer, false);
    }

    private static @Nullable ListChange change(@Nullable ListStanding before, ListCheck check) {
        if (!check.verdict().isAnswer()) {
            return null;
        }
        ListStanding answer = before == null ? null : before.answer();
        if (answer != null && isSame(answer.check(), check)) {
            return null;
        }
        @Nullable Verdict was = answer == null ? null : answer.check().verdict();
        return new ListChange(was, check);
    }

    private static boolean isSame(ListCheck one, ListCheck other) {
        return one.verdict() == other.verdict() && one.codes().equals(other.codes());
    }

    private static Key key(ListCheck check) {
        return new Key(check.subject(), check.list());
    }
}
