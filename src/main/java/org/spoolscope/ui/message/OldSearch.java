package org.spoolscope.ui.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.SearchedFile;

/// How far a search of the servers' own logs is. Immutable.
///
/// @param term what is looked for
/// @param servers in order; none before there was a search
record OldSearch(String term, List<Server> servers) {
    static final OldSearch NONE = new OldSearch("", List.of());

    OldSearch {
        servers = List.copyOf(servers);
    }

    /// One server's part of it.
    ///
    /// @param round from 1: what is found in one names the ids to look for in the next
    /// @param file the one that was come to last, or null
    /// @param searched how many files could be read
    /// @param first the oldest file that could be read; empty where none could
    /// @param unread those that could not, at most [#MOST_UNREAD]
    /// @param result null while it runs
    /// @param cancelled whether the person ended it
    record Server(
            String name,
            int round,
            @Nullable SearchedFile file,
            int searched,
            String first,
            List<SearchedFile> unread,
            @Nullable TraceResult result,
            boolean cancelled) {
        static final int MOST_UNREAD = 100;

        Server {
            unread = List.copyOf(unread);
        }

        static Server beginning(String name) {
            return new Server(name, 1, null, 0, "", List.of(), null, false);
        }

        boolean isRunning() {
            return result == null && !cancelled;
        }

        /// From 0 to 1 in the present round; below 0 before the first file.
        double progress() {
            return file == null ? -1 : (file.number() - 1.0) / Math.max(1, file.of());
        }

        Server at(int nextRound, SearchedFile next) {
            boolean counts = nextRound == 1;
            boolean reads = next.state() == SearchedFile.State.SEARCHING;
            boolean fails =
                    next.state() == SearchedFile.State.DENIED
                            || next.state() == SearchedFile.State.NO_TOOL;
            // That its program is missing is found out after it was begun with.
            int more = reads ? 1 : next.state() == SearchedFile.State.NO_TOOL ? -1 : 0;
            return new Server(
                    name,
                    nextRound,
                    next,
                    counts ? searched + more : searched,
                    counts && reads && first.isEmpty() ? next.path() : first,
                    counts && fails ? and(next) : unread,
                    result,
                    cancelled);
        }

        Server ended(@Nullable TraceResult with) {
            return new Server(name, round, file, searched, first, unread, with, with == null);
        }

        private List<SearchedFile> and(SearchedFile next) {
            if (unread.size() == MOST_UNREAD) {
                return unread;
            }
            List<SearchedFile> more = new java.util.ArrayList<>(unread);
            more.add(next);
            return more;
        }
    }

    boolean isRunning() {
        return servers.stream().anyMatch(Server::isRunning);
    }

    /// Whether the last word on all servers has been said.
    boolean isOver() {
        return !servers.isEmpty() && !isRunning();
    }
}
