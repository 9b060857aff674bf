package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.Packing;

/// Chooses where to begin in a log that was not read before.
final class FirstLook {
    private final String path;
    private final LogShell shell;
    private final GenerationSearch search;
    private final GenerationReader reader;

    FirstLook(String path, LogShell shell, GenerationSearch search, GenerationReader reader) {
        this.path = path;
        this.shell = shell;
        this.search = search;
        this.reader = reader;
    }

    /// Opens the file that the last so many bytes begin in, and remembers those before it; null
    /// when there is none, or it can't be opened now.
    @Nullable OpenGeneration open(KnownGenerations known, FollowSettings settings)
            throws IOException, InterruptedException {
        Candidates list = shell.list(path);
        List<Candidate> all = list.all();
        int start = all.size();
        long left = settings.firstBytes();
        while (left > 0 && start > 0 && isReadable(all.get(start - 1), list)) {
            start--;
            left -= all.get(start).size();
        }
        for (Candidate old : all.subList(Math.max(0, start - 2), start)) {
            known.remember(search.describe(old));
        }
        if (start == all.size()) {
            return null;
        }
        Candidate file = all.get(start);
        byte[] head = left < 0 ? search.head(file) : null;
        return head == null ? reader.open(file) : reader.openInside(file, head, -left);
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
