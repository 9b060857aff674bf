package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.monitor.follow.GenerationSearch.Copying;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.Packing;

/// Goes from one generation of a log to the next when the newest is read to its end and the name
/// leads elsewhere.
final class Succession {
    /// By the server's clock.
    private static final long LONGEST_TINY_COPY_SECONDS = 2;

    private final String path;
    private final LogShell shell;
    private final GenerationSearch search;
    private final GenerationReader reader;
    private final OpenReading reading;
    private final Resumption resumption;
    private final MissedCopies copies;
    private final KnownGenerations known;
    private final Gaps gaps;
    private final Duration quiet;

    private boolean gapAfterNewest;

    /// @param quiet how long ago a file must have been written to or renamed to be let go
    Succession(
            String path,
            LogShell shell,
            GenerationSearch search,
            GenerationReader reader,
            OpenReading reading,
            Resumption resumption,
            MissedCopies copies,
            KnownGenerations known,
            Gaps gaps,
            Duration quiet) {
        this.path = path;
        this.shell = shell;
        this.search = search;
        this.reader = reader;
        this.reading = reading;
        this.resumption = resumption;
        this.copies = copies;
        this.known = known;
        this.gaps = gaps;
        this.quiet = quiet;
    }

    /// Opens the generation after the newest one.
    boolean advance() throws IOException, InterruptedException {
        Candidates list = shell.list(path);
        search.begin();
        OpenGeneration newest = known.newest();
        Candidate last = newest == null ? null : known.fileOf(newest, list);
        if (newest != null && last == null) {
            // It is gone, or was renamed while the list was made.
            list = shell.steadyList(path);
            search.begin();
            last = known.fileOf(newest, list);
        }
        Candidate here = last == null ? known.newestAmong(list) : last;
        if (newest != null
                && here != null
                && list.isLive(here)
                && !here.identity().equals(newest.file().identity())) {
            return goOnInReplacement(newest);
        }
        if (newest != null && here != null) {
            MissedCopies.Outcome missed = copies.readBefore(newest, here, list);
            if (missed != MissedCopies.Outcome.NONE) {
                return missed == MissedCopies.Outcome.READ;
            }
        }
        List<Candidate> after = list.after(here);
        if (after.isEmpty()) {
            return false;
        }
        Candidate next = after.getFirst();
        Candidate live = list.live();
        Copying copying =
                live != null && after.size() == 2 ? search.copying(next, live) : Copying.NO;
        if (search.isStale() || (copying == Copying.PERHAPS && isYoung(next, list))) {
            return false;
        }
        OpenGeneration opened = reader.open(next);
        if (opened == null) {
            return false;
        }
        if (!isStillNext(next, here)) {
            // It was rotated once more, or the list was made while names were changing.
            reader.close(opened);
            return true;
        }
        if (gapAfterNewest) {
            gaps.say(LogGap.Cause.COPY_TRUNCATED);
        } else if (newest != null && last == null && mayFollowOthers(newest, next, list)) {
            gaps.say(LogGap.Cause.ROTATED_AWAY);
        }
        gapAfterNewest = resumption.isCopyOfTruncated(next, list);
        settle(known.open(), list);
        if (newest != null) {
            reader.touch(newest);
        }
        known.open().add(opened);
        copies.opened(list);
        known.noteNewer(list, next);
        if (next.packing() != Packing.NONE
                && reading.unpack(opened, 0) == OpenGeneration.Continuity.OTHER) {
            known.open().remove(opened);
            return false;
        }
        if (copying == Copying.YES && live != null) {
            goOnInOriginal(opened, live);
        }
        return true;
    }

    /// Whether others may have been deleted with the newest one, which is gone, before this one.
    /// The live file is most likely the one after it; of an empty one a packed file may be left.
    private boolean mayFollowOthers(OpenGeneration gone, Candidate next, Candidates list) {
        return gone.next() > 0 && !list.isLive(next) && !known.isNext(next);
    }

    private static boolean isYoung(Candidate file, Candidates list) {
        return list.now() - file.changed() < LONGEST_TINY_COPY_SECONDS;
    }

    private boolean isStillNext(Candidate next, @Nullable Candidate here)
            throws IOException, InterruptedException {
        List<String> now = shell.list(path).identities();
        int at = now.indexOf(next.identity());
        return at >= 0 && at == (here == null ? 0 : now.indexOf(here.identity()) + 1);
    }

    /// What is there of the copy was read; the live file has the same and more, until it is
    /// truncated. Then the rest is in the copy.
    private void goOnInOriginal(OpenGeneration copy, Candidate live)
            throws IOException, InterruptedException {
        reading.readToEnd(copy);
        Generation stopped = copy.generation();
        if (stopped != null && known.open().contains(copy)) {
            reader.close(copy);
            known.open().remove(copy);
            known.wanted().add(stopped.in(live.identity()));
            resumption.resume();
        }
    }

    /// The live file was replaced by a copy of itself, as some editors do.
    private boolean goOnInReplacement(OpenGeneration newest)
            throws IOException, InterruptedException {
        Generation stopped = newest.generation();
        if (stopped == null) {
            return false;
        }
        reader.close(newest);
        known.open().remove(newest);
        copies.forget();
        known.wanted().add(stopped);
        resumption.resume();
        return true;
    }

    /// Finds out which of the older generations nobody has written to for long enough, by the
    /// server's clock: where links are lost again and again, none would ever be quiet for so long
    /// while we look on.
    void settle() throws IOException, InterruptedException {
        List<OpenGeneration> open = known.open();
        settle(open.subList(0, open.size() - 1), shell.list(path));
    }

    private void settle(List<OpenGeneration> rotated, Candidates list) {
        for (OpenGeneration one : rotated) {
            if (!one.settled() && (one.slot() == 0 || isQuiet(one, list))) {
                one.settle();
            }
        }
    }

    private boolean isQuiet(OpenGeneration one, Candidates list) {
        Candidate now = list.newest(other -> other.identity().equals(one.file().identity()));
        return now != null && list.now() - now.changed() >= quiet.toSeconds();
    }
}
