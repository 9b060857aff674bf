package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.Packing;

/// Reads the copies of the newest generation that were made, and the log truncated, while we had
/// read nothing of it: between two looks at an empty log, or between listing and reading it. They
/// stand before the newest one and after all that we know.
final class MissedCopies {
    private final String path;
    private final LogShell shell;
    private final GenerationSearch search;
    private final GenerationReader reader;
    private final OpenReading reading;
    private final KnownGenerations known;
    private final Gaps gaps;

    /// What was there when the newest generation was opened, whatever its names are by now; null
    /// when that is not known.
    private @Nullable Set<String> then;

    /// Whether they are still to be looked for.
    private boolean unsure;

    /// How often in turn some of this generation's could not be read.
    private int looks;

    /// Whether there were any.
    enum Outcome {
        NONE,
        READ,
        /// Names are changing, or there is no slot: to be asked again.
        UNSURE
    }

    MissedCopies(
            String path,
            LogShell shell,
            GenerationSearch search,
            GenerationReader reader,
            OpenReading reading,
            KnownGenerations known,
            Gaps gaps) {
        this.path = path;
        this.shell = shell;
        this.search = search;
        this.reader = reader;
        this.reading = reading;
        this.known = known;
        this.gaps = gaps;
    }

    /// A new generation was opened, and these were there.
    void opened(Candidates list) {
        then = Set.copyOf(list.identities());
        unsure = true;
        looks = 0;
    }

    /// We stopped before it was known: these are all that were there before.
    void stoppedUnsure(Collection<String> identities) {
        then = Set.copyOf(identities);
        unsure = true;
    }

    /// The newest generation is another one than was opened last.
    void forget() {
        then = null;
    }

    /// Whether something was read of the newest generation, and not yet what may stand before it.
    boolean isUnsure() {
        OpenGeneration newest = known.newest();
        return unsure && (!known.wanted().isEmpty() || newest == null || newest.next() > 0);
    }

    /// Once for each generation, when its first lines have come.
    void readWithFirstLines() throws IOException, InterruptedException {
        OpenGeneration newest = known.newest();
        if (newest == null || !isUnsure() || !known.wanted().isEmpty()) {
            return;
        }
        Candidates list = shell.steadyList(path);
        search.begin();
        Candidate here = known.newestAmong(list);
        if (here == null) {
            // Nothing stands before one that is not there any more.
            unsure = false;
        } else {
            readBefore(newest, here, list);
        }
    }

    Outcome readBefore(OpenGeneration newest, Candidate here, Candidates list)
            throws IOException, InterruptedException {
        List<Candidate> copies = unknownBefore(here, list);
        if (search.isStale() || (!copies.isEmpty() && isMoving(list))) {
            return Outcome.UNSURE;
        }
        boolean any = false;
        boolean all = true;
        for (Candidate copy : copies) {
            if (isUnread(copy, newest)) {
                boolean read = read(copy, newest);
                any |= read;
                // What may not be read is given up at once.
                all &= read || reader.waits();
            }
        }
        all &= !search.isStale();
        // What can't be read, names that change or not, must not stop what comes after.
        looks = any || all ? 0 : looks + 1;
        all |= looks >= LogShell.MOST_LOOKS;
        unsure = !all || newest.next() == 0;
        return any ? Outcome.READ : all ? Outcome.NONE : Outcome.UNSURE;
    }

    /// Nothing is in an empty one, and a copy of what we have read of the newest one is no copy
    /// from before.
    private boolean isUnread(Candidate copy, OpenGeneration newest)
            throws IOException, InterruptedException {
        byte[] beginning = search.head(copy);
        return beginning != null && beginning.length > 0 && !newest.beginsLike(beginning);
    }

    /// A list that is made while files are renamed may show a newer one before an older one.
    private boolean isMoving(Candidates list) throws IOException, InterruptedException {
        return !shell.steadyList(path).hasSameFiles(list);
    }

    /// @return whether it could be read
    private boolean read(Candidate copy, OpenGeneration newest)
            throws IOException, InterruptedException {
        OpenGeneration opened = reader.open(copy);
        if (opened == null) {
            return false;
        }
        known.open().add(known.open().indexOf(newest), opened);
        if (copy.packing() != Packing.NONE
                && reading.unpack(opened, 0) == OpenGeneration.Continuity.OTHER) {
            known.open().remove(opened);
            return false;
        }
        gaps.say(LogGap.Cause.COPY_TRUNCATED);
        // As long as it is not known how far, where we stopped in it could not be found again.
        reading.readToEnd(opened);
        return true;
    }

    /// Behind the newest one that we know. When none of those is left, behind all that were there
    /// when the newest one was opened: of packed ones we can't tell, unless they stand behind one
    /// that is not.
    private List<Candidate> unknownBefore(Candidate here, Candidates list)
            throws IOException, InterruptedException {
        List<Candidate> older = list.all();
        older = older.subList(0, Math.max(0, older.indexOf(here)));
        Candidate before = known.lastButOneAmong(list);
        if (before != null) {
            // The newest one itself may be gone.
            return older.contains(before)
                    ? older.subList(older.indexOf(before) + 1, older.size())
                    : List.of();
        }
        return then == null ? List.of() : unknownSince(then, older);
    }

    private static List<Candidate> unknownSince(Set<String> then, List<Candidate> older) {
        int from = 0;
        for (int i = 0; i < older.size(); i++) {
            if (then.contains(older.get(i).identity())) {
                from = i + 1;
            }
        }
        while (from < older.size() && older.get(from).packing() != Packing.NONE) {
            from++;
        }
        return older.subList(from, older.size());
    }
}
