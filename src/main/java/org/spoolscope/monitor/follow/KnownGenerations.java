package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.FilePosition;
import org.spoolscope.postfix.follow.Generation;

/// What is known of the generations of one log: those that are finished, those that are being read,
/// and those that still have to be found again, each oldest first.
final class KnownGenerations {
    private final String path;
    private final GenerationSearch search;
    private final List<Generation> past;
    private final List<OpenGeneration> open = new ArrayList<>();
    private final Deque<Generation> wanted;
    private long newer;
    private @Nullable String next;

    KnownGenerations(FilePosition position, GenerationSearch search) {
        this.path = position.path();
        this.search = search;
        this.past = new ArrayList<>(position.past());
        this.wanted = new ArrayDeque<>(position.generations());
    }

    /// Those that are being read; the caller adds and removes.
    List<OpenGeneration> open() {
        return open;
    }

    /// Those that have to be found again; the caller adds and removes.
    Deque<Generation> wanted() {
        return wanted;
    }

    @Nullable OpenGeneration newest() {
        return open.isEmpty() ? null : open.getLast();
    }

    void remember(@Nullable Generation finished) {
        if (finished != null) {
            past.add(finished);
            if (past.size() > FilePosition.PAST) {
                // Empty ones tell the least: they can't be found by content.
                past.remove(Math.max(0, firstEmpty()));
            }
        }
    }

    private int firstEmpty() {
        for (int i = 0; i < past.size(); i++) {
            if (past.get(i).head().length() == 0) {
                return i;
            }
        }
        return -1;
    }

    /// The files that the finished ones were in.
    List<String> finished() {
        return past.stream().map(Generation::identity).toList();
    }

    /// The same without those of which nothing was read.
    List<String> read() {
        return past.stream()
                .filter(one -> one.head().length() > 0)
                .map(Generation::identity)
                .toList();
    }

    /// Notes what stands after the file that is newest now. It may have grown since it was opened.
    void noteNewer(Candidates list, Candidate file) {
        Candidate same = list.newest(other -> other.identity().equals(file.identity()));
        List<Candidate> after = same == null ? List.of() : list.after(same);
        newer = after.stream().mapToLong(Candidate::size).sum();
        next = after.isEmpty() ? null : after.getFirst().identity();
    }

    /// Whether this file stood right after the newest one when that was opened.
    boolean isNext(Candidate file) {
        return file.identity().equals(next);
    }

    /// Bytes that are known to be there and are not read yet.
    long behind() {
        OpenGeneration newest = newest();
        if (newest == null) {
            return newer;
        }
        return newer + (newest.atEnd() ? 0 : Math.max(0, newest.file().size() - newest.next()));
    }

    /// How far the log was read.
    ///
    /// @param unsure whether copies of the newest one are still to be looked for
    FilePosition position(boolean unsure) {
        List<Generation> all = new ArrayList<>();
        for (OpenGeneration one : open) {
            Generation generation = one.generation();
            if (generation != null) {
                all.add(generation);
            }
        }
        all.addAll(wanted);
        return new FilePosition(path, past, all, unsure);
    }

    /// The newest file that was read, among those that are there now; null when none of the ones we
    /// know is left, so that all that are there are newer.
    @Nullable Candidate newestAmong(Candidates list) throws IOException, InterruptedException {
        return newestOf(open, list);
    }

    /// The same without the newest one that is being read.
    @Nullable Candidate lastButOneAmong(Candidates list) throws IOException, InterruptedException {
        return newestOf(open.subList(0, Math.max(0, open.size() - 1)), list);
    }

    private @Nullable Candidate newestOf(List<OpenGeneration> reading, Candidates list)
            throws IOException, InterruptedException {
        for (OpenGeneration one : reading.reversed()) {
            Candidate same = fileOf(one, list);
            if (same != null) {
                return same;
            }
        }
        for (Generation one : past.reversed()) {
            Candidate same = byContent(one, list);
            if (same != null) {
                return same;
            }
        }
        return null;
    }

    /// Where a generation that is being read is now, under whichever name, packed or not; null when
    /// it is gone.
    @Nullable Candidate fileOf(OpenGeneration one, Candidates list)
            throws IOException, InterruptedException {
        Candidate file = one.file();
        Candidate same =
                list.newest(
                        one.slot() == 0
                                ? file::isUnchanged
                                : other -> other.identity().equals(file.identity()));
        return same == null ? byContent(one.generation(), list) : same;
    }

    private @Nullable Candidate byContent(@Nullable Generation one, Candidates list)
            throws IOException, InterruptedException {
        GenerationSearch.Found found = one == null ? null : search.find(one, list, Set.of());
        return found == null ? null : found.file();
    }
}
