package org.spoolscope.monitor.blocklist;

import java.io.IOException;
import java.util.List;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListWatch;

/// What is known of one server's addresses and the lists, for as long as it is watched, through all
/// its connections.
///
/// Thread-safe: the last connection's loop may still be ending when the next one's begins.
public final class WatchedLists {
    private static final System.Logger LOG = System.getLogger(WatchedLists.class.getName());
    private static final int MOST_KEPT = 2_000;

    private final Listener listener;
    private final ListRecord record;
    private volatile ListWatch now = ListWatch.NONE;

    /// Told each change.
    @FunctionalInterface
    public interface Listener {
        void told(ListWatch now) throws InterruptedException;
    }

    /// Begins with what was kept of that server.
    public WatchedLists(String server, ListSettings settings, Listener listener) {
        this.listener = listener;
        this.record = new ListRecord(kept(server, settings));
    }

    private static List<ListChange> kept(String server, ListSettings settings) {
        var history = settings.history();
        if (history == null) {
            return List.of();
        }
        try {
            return history.changes(server, MOST_KEPT);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what the blocklists have said is not known any more",
                    e);
            return List.of();
        }
    }

    /// The latest.
    public ListWatch now() {
        return now;
    }

    /// Takes what a round found.
    ///
    /// @param round all of it but standings, history and refusals
    /// @return what has changed
    synchronized List<ListChange> fold(ListWatch round, List<ListCheck> checks)
            throws InterruptedException {
        List<ListChange> changes = record.fold(checks);
        tell(
                new ListWatch(
                        round.addresses(),
                        round.note(),
                        round.resolver(),
                        round.lists(),
                        record.standings(),
                        record.history(),
                        List.of(),
                        round.checkedAt(),
                        false,
                        ""));
        return changes;
    }

    synchronized void begin() throws InterruptedException {
        tell(now.underWay(true));
    }

    synchronized void failed(String why) throws InterruptedException {
        tell(now.failed(why));
    }

    private void tell(ListWatch next) throws InterruptedException {
        now = next;
        listener.told(next);
    }
}
