package org.spoolscope.ui.log;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;

/// Finds the rows of a query, and goes on where it stopped when the same query is asked of later
/// snapshots: what a second costs depends on the lines of that second, not on the window's size.
///
/// Lines of several servers are merged by time when they are found; later ones go to the end, so
/// that no row moves while someone reads it. Where the windows reach back differently far, the
/// merged list begins where all of them are whole: it never shows a time in which the lines of one
/// server are missing.
///
/// Belongs to the one thread that works on it at a time.
final class LogIndex {
    private final InstantSource clock;
    private LogQuery query = LogQuery.EVERYTHING;
    private List<LogTrack> tracks = List.of();
    private RefColumn rows = new RefColumn();
    private long generation;
    private int gapRows;

    /// @param clock what year-less times are compared with
    LogIndex(InstantSource clock) {
        this.clock = clock;
    }

    /// A question: the query, and the servers it is asked of, in order.
    record Job(LogQuery query, List<ServerSnapshot> servers) {}

    LogAnswer answer(Job job) {
        if (!goesOn(job)) {
            restart(job);
        }
        for (int i = 0; i < tracks.size(); i++) {
            tracks.get(i).read(job.servers().get(i).log());
        }
        merge();
        dropIncomplete();
        return new LogAnswer(
                query,
                generation,
                tracks.stream().map(LogTrack::server).toList(),
                tracks.stream().map(LogTrack::zone).toList(),
                tracks.stream().map(LogTrack::window).toList(),
                tracks.stream().map(track -> List.copyOf(track.gaps())).toList(),
                rows.view(),
                rows.size() - gapRows);
    }

    private boolean goesOn(Job job) {
        if (!job.query().equals(query) || job.servers().size() != tracks.size()) {
            return false;
        }
        for (int i = 0; i < tracks.size(); i++) {
            ServerSnapshot server = job.servers().get(i);
            if (!server.name().equals(tracks.get(i).server())
                    || !server.zone().equals(tracks.get(i).zone())
                    || !tracks.get(i).continues(server.log().window())) {
                return false;
            }
        }
        return true;
    }

    private void restart(Job job) {
        query = job.query();
        rows = new RefColumn();
        gapRows = 0;
        generation++;
        List<LogTrack> next = new ArrayList<>();
        for (ServerSnapshot server : job.servers()) {
            next.add(
                    new LogTrack(server.name(), next.size(), query.filter(), server.zone(), clock));
        }
        tracks = next;
    }

    private void merge() {
        for (LogTrack next = earliest(); next != null; next = earliest()) {
            next.take(rows);
            gapRows += LogRef.isGap(rows.ref(rows.size() - 1)) ? 1 : 0;
        }
    }

    private @Nullable LogTrack earliest() {
        LogTrack earliest = null;
        for (LogTrack track : tracks) {
            if (track.hasMore()
                    && (earliest == null || track.nextMicros() < earliest.nextMicros())) {
                earliest = track;
            }
        }
        return earliest;
    }

    /// Rows before the moment since which all windows are whole, and rows whose lines are gone.
    private void dropIncomplete() {
        long since = Long.MIN_VALUE;
        for (LogTrack track : tracks) {
            since = Math.max(since, track.wholeSince());
        }
        int drop = 0;
        while (drop < rows.size() && (rows.micros(drop) < since || isGone(rows.ref(drop)))) {
            gapRows -= LogRef.isGap(rows.ref(drop)) ? 1 : 0;
            drop++;
        }
        rows.dropFirst(drop);
    }

    private boolean isGone(long ref) {
        LogWindow window = tracks.get(LogRef.server(ref)).window();
        return !LogRef.isGap(ref) && LogRef.number(ref) < window.first();
    }
}
