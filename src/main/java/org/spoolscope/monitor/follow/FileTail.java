package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.FilePosition;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.LogAnswer.Where;
import org.spoolscope.postfix.follow.Packing;

/// Follows one file through its generations.
///
/// The generations that are being read stand in a row, oldest first. The newest one is read until
/// nothing more is in it and the name leads to another file; then the next one is opened. Older
/// ones are read on until they have been quiet for a while, since the logger writes to a renamed
/// file until it is told. Where we stopped, after a lost link as after a truncation, is looked for
/// by content, and everything newer is read in order.
final class FileTail {
    /// How often files are listed anew because their names had changed, at the most.
    private static final int MOST_LOOKS = 100;

    /// What an empty file takes when it is packed, at the most.
    private static final int EMPTY_PACKED = 64;

    private final String path;
    private final GenerationReader reader;
    private final GenerationSearch search;
    private final LogShell shell;
    private final Gaps gaps;
    private final LineSink sink;
    private final FollowSettings settings;

    private final List<OpenGeneration> open = new ArrayList<>();
    private final List<Generation> past = new ArrayList<>();
    private final Deque<Generation> wanted = new ArrayDeque<>();
    private final Set<Candidate> inVain = new HashSet<>();

    /// Files that we know, those that were empty when we stopped among them.
    private final Set<String> left = new HashSet<>();

    private final boolean first;
    private boolean begun;

    /// Whether what lies before the position is still to be read once more.
    private boolean again;

    /// The file that was truncated, once or several times, while copies of it were made: what is
    /// newer than the copy we went on in and older than this one is a copy, too.
    private @Nullable String truncated;

    private boolean gapAfterNewest;
    private long newer;

    FileTail(
            FilePosition position,
            LogShell shell,
            Slots slots,
            GenerationReader.Progress progress,
            LineSink sink,
            Gaps gaps,
            FollowSettings settings) {
        this.path = position.path();
        this.shell = shell;
        this.search = new GenerationSearch(shell, slots);
        this.reader = new GenerationReader(path, shell, slots, progress, sink, settings);
        this.gaps = gaps;
        this.sink = sink;
        this.settings = settings;
        this.again = settings.againBytes() > 0;
        this.first = position.generations().isEmpty() && position.past().isEmpty();
        wanted.addAll(position.generations());
        past.addAll(position.past());
    }

    /// Reads what is there, at most a large piece of each generation.
    ///
    /// @return whether anything came, so that there may be more at once
    boolean poll() throws IOException, InterruptedException {
        if (!begun) {
            begun = true;
            if (first) {
                beginNear();
            }
        }
        boolean came = false;
        for (OpenGeneration one : List.copyOf(open)) {
            came |= read(one);
        }
        goOnWhereWeStopped();
        OpenGeneration newest = newest();
        if (wanted.isEmpty() && (newest == null || isOver(newest)) && !reader.waits()) {
            came |= advance();
        }
        letGo();
        return came;
    }

    /// How far it was read.
    FilePosition position() {
        List<Generation> all = new ArrayList<>();
        for (OpenGeneration one : open) {
            Generation generation = one.generation();
            if (generation != null) {
                all.add(generation);
            }
        }
        all.addAll(wanted);
        return new FilePosition(path, past, all);
    }

    /// Bytes that are known to be there and are not read yet.
    long behind() {
        OpenGeneration newest = newest();
        if (newest == null) {
            return newer;
        }
        return newer + (newest.atEnd() ? 0 : Math.max(0, newest.file().size() - newest.next()));
    }

    /// Whether more is there than one look reads.
    boolean hasMore() {
        return open.stream().anyMatch(one -> !one.atEnd());
    }

    private @Nullable OpenGeneration newest() {
        return open.isEmpty() ? null : open.getLast();
    }

    private static boolean isOver(OpenGeneration newest) {
        return newest.atEnd() && (newest.slot() == 0 || newest.where() == Where.OTHER);
    }

    /// Without a position: from the last so many bytes on.
    private void beginNear() throws IOException, InterruptedException {
        Candidates list = shell.list(path);
        List<Candidate> all = list.all();
        int start = all.size();
        long left = settings.firstBytes();
        while (left > 0 && start > 0 && isReadable(all.get(start - 1), list)) {
            start--;
            left -= all.get(start).size();
        }
        for (Candidate old : all.subList(Math.max(0, start - 2), start)) {
            Generation known = search.describe(old);
            if (known != null) {
                past.add(known);
            }
        }
        if (start < all.size()) {
            Candidate file = all.get(start);
            byte[] head = left < 0 ? search.head(file) : null;
            OpenGeneration opened =
                    head == null ? reader.open(file) : reader.openInside(file, head, -left);
            if (opened != null) {
                open.add(opened);
            }
            countNewer(list, file);
        }
    }

    private boolean isReadable(Candidate old, Candidates list)
            throws IOException, InterruptedException {
        Candidate live = list.live();
        return old.packing() == Packing.NONE
                && (live == null || list.isLive(old) || !search.isBeingCopied(old, live));
    }

    private boolean read(OpenGeneration one) throws IOException, InterruptedException {
        if (one.slot() == 0) {
            return false;
        }
        boolean isNewest = one == newest();
        long before = one.next();
        OpenGeneration.Continuity continuity = reader.read(one, isNewest);
        if (continuity != OpenGeneration.Continuity.WHOLE) {
            truncated(one, isNewest);
            return true;
        }
        return one.next() > before;
    }

    private void truncated(OpenGeneration one, boolean isNewest)
            throws IOException, InterruptedException {
        reader.close(one);
        open.remove(one);
        Generation stopped = one.generation();
        if (isNewest && stopped != null) {
            wanted.add(stopped);
        } else {
            remember(stopped);
            gaps.say(LogGap.Cause.TRUNCATED);
        }
    }

    /// Finds where we stopped and reads the rest of it, oldest first.
    private void goOnWhereWeStopped() throws IOException, InterruptedException {
        if (wanted.isEmpty()) {
            return;
        }
        inVain.clear();
        left.clear();
        Candidates list = shell.list(path);
        int looks = 0;
        while (!wanted.isEmpty()) {
            Generation stopped = wanted.getFirst();
            if (stopped.head().length() == 0) {
                wanted.removeFirst();
                leave(stopped, list);
                continue;
            }
            search.begin();
            GenerationSearch.Found found = search.find(stopped, list, inVain);
            if ((found == null || !found.whole()) && search.isStale()) {
                if (looks++ == MOST_LOOKS) {
                    return;
                }
                list = shell.list(path);
            } else if (found == null) {
                wanted.removeFirst();
                remember(stopped);
                gaps.say(
                        isThere(stopped, list)
                                ? LogGap.Cause.TRUNCATED
                                : LogGap.Cause.ROTATED_AWAY);
            } else if (!goOn(found, stopped, list)) {
                if (!reader.hasRoom() || looks++ == MOST_LOOKS) {
                    return;
                }
                list = shell.list(path);
            }
        }
    }

    /// It was empty: what comes after the one before is read from the beginning anyway. All there
    /// is to find out is whether it is among that.
    private void leave(Generation empty, Candidates list) throws IOException, InterruptedException {
        List<Candidate> after = list.after(whereWeAre(list));
        past.forEach(one -> left.add(one.identity()));
        Candidate same = list.newest(file -> file.identity().equals(empty.identity()));
        if (same != null) {
            // What is not known and stands before it can only be copies of it.
            if (after.contains(same)
                    && after.subList(0, after.indexOf(same)).stream()
                            .anyMatch(file ->
                                    file.size() > EMPTY_PACKED
                                            && !left.contains(file.identity()))) {
                gaps.say(LogGap.Cause.COPY_TRUNCATED);
            }
        } else if (after.stream().allMatch(file -> file.packing() == Packing.NONE)) {
            gaps.say(LogGap.Cause.ROTATED_AWAY);
        }
        left.add(empty.identity());
    }

    /// False when that was not the right file, or its name has changed meanwhile.
    private boolean goOn(GenerationSearch.Found found, Generation stopped, Candidates list)
            throws IOException, InterruptedException {
        OpenGeneration opened = reader.open(found, stopped);
        if (opened == null) {
            return false;
        }
        boolean packed = found.file().packing() != Packing.NONE;
        OpenGeneration.Continuity continuity = OpenGeneration.Continuity.WHOLE;
        wanted.removeFirst();
        if (again && !packed && found.whole() && wanted.isEmpty()) {
            reader.readAgain(opened, stopped.offset(), settings.againBytes());
        }
        again &= !wanted.isEmpty();
        open.add(opened);
        boolean whole = found.whole();
        if (whole && packed) {
            continuity = unpack(opened, Math.max(0, stopped.offset() - stopped.tailLength()));
            whole = continuity == OpenGeneration.Continuity.WHOLE;
        }
        while (whole && !packed && !opened.atEnd() && open.contains(opened)) {
            read(opened);
        }
        if (continuity == OpenGeneration.Continuity.OTHER) {
            open.remove(opened);
            wanted.addFirst(stopped);
            inVain.add(found.file());
            return false;
        }
        countNewer(list, found.file());
        boolean elsewhere = !found.file().identity().equals(stopped.identity());
        if (!whole || (elsewhere && isThere(stopped, list) && !list.isLive(found.file()))) {
            truncated = stopped.identity();
            gaps.say(LogGap.Cause.COPY_TRUNCATED);
        }
        opened.settleIn();
        return true;
    }

    private OpenGeneration.Continuity unpack(OpenGeneration opened, long from)
            throws IOException, InterruptedException {
        GenerationReader.Unpacked unpacked = reader.unpack(opened, from);
        if (unpacked.cut()) {
            gaps.say(LogGap.Cause.TOO_LARGE);
        }
        return unpacked.continuity();
    }

    /// Whether the file is there that we stopped in, whatever is in it now.
    private static boolean isThere(Generation stopped, Candidates list) {
        return list.newest(file -> file.identity().equals(stopped.identity())) != null;
    }

    /// Opens the generation after the newest one.
    private boolean advance() throws IOException, InterruptedException {
        Candidates list = shell.list(path);
        search.begin();
        Candidate here = whereWeAre(list);
        OpenGeneration newest = newest();
        if (newest != null
                && here != null
                && list.isLive(here)
                && !here.identity().equals(newest.file().identity())) {
            return goOnInReplacement(newest);
        }
        List<Candidate> after = list.after(here);
        if (after.isEmpty()) {
            return false;
        }
        Candidate next = after.getFirst();
        Candidate live = list.live();
        boolean copying = live != null && after.size() == 2 && search.isBeingCopied(next, live);
        if (search.isStale()) {
            return false;
        }
        OpenGeneration opened = reader.open(next);
        if (opened == null) {
            return false;
        }
        if (truncated != null && !isStillNext(next, here)) {
            // A copy was made, and the file truncated once more, before it was opened.
            reader.close(opened);
            return true;
        }
        if (gapAfterNewest) {
            gaps.say(LogGap.Cause.COPY_TRUNCATED);
        }
        gapAfterNewest = isCopyOfTruncated(next, list);
        for (OpenGeneration one : open) {
            settle(one, list);
        }
        if (newest != null) {
            reader.touch(newest);
        }
        open.add(opened);
        countNewer(list, next);
        if (next.packing() != Packing.NONE
                && unpack(opened, 0) == OpenGeneration.Continuity.OTHER) {
            open.remove(opened);
            return false;
        }
        if (copying && live != null) {
            goOnInOriginal(opened, live);
        }
        return true;
    }

    private boolean isStillNext(Candidate next, @Nullable Candidate here)
            throws IOException, InterruptedException {
        String identity = here == null ? "" : here.identity();
        List<Candidate> all = shell.list(path).all();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).identity().equals(next.identity())) {
                return all.get(i - 1).identity().equals(identity);
            }
        }
        return false;
    }

    /// What is there of the copy was read; the live file has the same and more, until it is
    /// truncated. Then the rest is in the copy.
    private void goOnInOriginal(OpenGeneration copy, Candidate live)
            throws IOException, InterruptedException {
        while (!copy.atEnd() && open.contains(copy)) {
            read(copy);
        }
        Generation stopped = copy.generation();
        if (stopped != null && open.contains(copy)) {
            reader.close(copy);
            open.remove(copy);
            wanted.add(stopped.in(live.identity()));
            goOnWhereWeStopped();
        }
    }

    private boolean isCopyOfTruncated(Candidate next, Candidates list) {
        String identity = truncated;
        if (identity == null
                || next.identity().equals(identity)
                || list.newest(file -> file.identity().equals(identity)) == null) {
            truncated = null;
            return false;
        }
        return true;
    }

    /// The live file was replaced by a copy of itself, as some editors do.
    private boolean goOnInReplacement(OpenGeneration newest)
            throws IOException, InterruptedException {
        Generation stopped = newest.generation();
        if (stopped == null) {
            return false;
        }
        reader.close(newest);
        open.remove(newest);
        wanted.add(stopped);
        goOnWhereWeStopped();
        return true;
    }

    /// The newest file that was read, among those that are there now; null when none of the ones we
    /// know is left, so that all that are there are newer.
    private @Nullable Candidate whereWeAre(Candidates list)
            throws IOException, InterruptedException {
        for (OpenGeneration one : open.reversed()) {
            Candidate file = one.file();
            Candidate same =
                    list.newest(
                            one.slot() == 0
                                    ? file::isUnchanged
                                    : other -> other.identity().equals(file.identity()));
            if (same == null) {
                same = byContent(one.generation(), list);
            }
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

    private @Nullable Candidate byContent(@Nullable Generation one, Candidates list)
            throws IOException, InterruptedException {
        GenerationSearch.Found found = one == null ? null : search.find(one, list, Set.of());
        return found == null ? null : found.file();
    }

    private void settle(OpenGeneration one, Candidates list) {
        Candidate now = list.newest(other -> other.identity().equals(one.file().identity()));
        if (one.slot() == 0
                || (now != null && list.now() - now.changed() >= settings.quiet().toSeconds())) {
            one.settle();
        }
    }

    /// Lets the older generations go that nobody writes to any more, oldest first: what is
    /// remembered of them is in that order.
    private void letGo() throws IOException, InterruptedException {
        while (open.size() > 1) {
            OpenGeneration oldest = open.getFirst();
            if (!oldest.atEnd() || !(oldest.settled() || reader.isQuiet(oldest))) {
                return;
            }
            oldest.finish(sink);
            reader.close(oldest);
            open.removeFirst();
            remember(oldest.generation());
        }
    }

    private void remember(@Nullable Generation finished) {
        if (finished != null) {
            past.add(finished);
            if (past.size() > FilePosition.PAST) {
                past.removeFirst();
            }
        }
    }

    private void countNewer(Candidates list, Candidate file) {
        newer = list.after(file).stream().mapToLong(Candidate::size).sum();
    }
}
