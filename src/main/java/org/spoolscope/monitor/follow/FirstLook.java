package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.Packing;

/// Chooses where to begin in a log that was not read before.
final class FirstLook {
    private static final int REMEMBERED = 2;

    private final String path;
    private final LogShell shell;
    private final GenerationSearch search;
    private final GenerationReader reader;

    /// @param file null when none can be read
    /// @param before the last ones before it
    private record Start(@Nullable Candidate file, long offset, List<Generation> before) {}

    FirstLook(String path, LogShell shell, GenerationSearch search, GenerationReader reader) {
        this.path = path;
        this.shell = shell;
        this.search = search;
        this.reader = reader;
    }

    /// Opens the file that the last so many bytes begin in, and remembers those before it; null
    /// when there is none, or it can't be opened now. What was found while files were renamed does
    /// not count.
    @Nullable OpenGeneration open(
            KnownGenerations known, MissedCopies copies, FollowSettings settings)
            throws IOException, InterruptedException {
        Candidates list = shell.steadyList(path);
        for (int looks = 0; looks < LogShell.MOST_LOOKS; looks++) {
            Start start = start(list, settings.firstBytes());
            OpenGeneration opened = open(start);
            Candidates now = shell.steadyList(path);
            if (now.hasSameFiles(list)) {
                start.before().forEach(known::remember);
                if (opened != null) {
                    copies.opened(now);
                    known.noteNewer(now, opened.file());
                }
                return opened;
            }
            if (opened != null) {
                reader.close(opened);
            }
            list = now;
        }
        return null;
    }

    private Start start(Candidates list, long bytes) throws IOException, InterruptedException {
        List<Candidate> all = list.all();
        int start = all.size();
        long left = bytes;
        while (left > 0 && start > 0 && isReadable(all.get(start - 1), list)) {
            start--;
            left -= all.get(start).size();
        }
        List<Generation> before = new ArrayList<>();
        for (Candidate old : all.subList(Math.max(0, start - REMEMBERED), start)) {
            Generation generation = search.describe(old);
            if (generation != null) {
                before.add(generation);
            }
        }
        return new Start(start == all.size() ? null : all.get(start), Math.max(0, -left), before);
    }

    private @Nullable OpenGeneration open(Start start) throws IOException, InterruptedException {
        Candidate file = start.file();
        if (file == null) {
            return null;
        }
        byte[] head = start.offset() > 0 ? search.head(file) : null;
        return head == null ? reader.open(file) : reader.openInside(file, head, start.offset());
    }

    private boolean isReadable(Candidate old, Candidates list)
            throws IOException, InterruptedException {
        Candidate live = list.live();
        return old.packing() == Packing.NONE
                && (live == null
                        || list.isLive(old)
                        || search.copying(old, live) == GenerationSearch.Copying.NO);
    }
}
