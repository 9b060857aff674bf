package org.spoolscope.monitor.follow;

import java.io.IOException;
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
    /// What an empty file takes when it is packed, at the most.
    private static final int EMPTY_PACKED = 64;

    private final String path;
    private final GenerationReader reader;
    private final GenerationSearch search;
    private final LogShell shell;
    private final Gaps gaps;
    private final LineSink sink;
    private final FollowSettings settings;

    private final KnownGenerations known;
    private final List<OpenGeneration> open;
    private final Deque<Generation> wanted;
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
    private boolean advanced;
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
        this.search = new GenerationSearch(path, shell, slots);
        this.reader = new GenerationReader(path, shell, slots, progress, sink, settings);
        this.gaps = gaps;
        this.sink = sink;
        this.settings = settings;
        this.again = settings.againBytes() > 0;
        this.first = position.generations().isEmpty() && position.past().isEmpty();
        this.known = new KnownGenerations(position, search);
        this.open = known.open();
        this.wanted = known.wanted();
    }

    /// Reads what is there, at most a large piece of each generation.
    ///
    /// @return whether anything came, so that there may be more at once
    boolean poll() throws IOException, InterruptedException {
        if (!begun) {
            begun = true;
            if (first) {
                OpenGeneration start =
                        new FirstLook(path, shell, search, reader).open(known, settings);
                if (start != null) {
                    open.add(start);
                    countNewer(shell.list(path), start.file());
                }
            }
        }
        boolean came = false;
        for (OpenGeneration one : List.copyOf(open)) {
            came |= read(one);
        }
        goOnWhereWeStopped();
        OpenGeneration newest = known.newest();
        if (wanted.isEmpty() && (newest == null || isOver(newest)) && !reader.waits()) {
            advanced = advance();
            came |= advanced;
        } else {
            advanced = false;
        }
        letGo();
        return came;
    }

    /// How far it was read.
    FilePosition position() {
        return known.position();
    }

    /// Bytes that are known to be there and are not read yet.
    long behind() {
        OpenGeneration newest = known.newest();
        if (newest == null) {
            return newer;
        }
        return newer + (newest.atEnd() ? 0 : Math.max(0, newest.file().size() - newest.next()));
    }

    /// Whether more is there than one look reads.
    boolean hasMore() {
        return advanced || open.stream().anyMatch(one -> !one.atEnd());
    }

    private static boolean isOver(OpenGeneration newest) {
        return newest.atEnd() && (newest.slot() == 0 || newest.where() == Where.OTHER);
    }

    private boolean read(OpenGeneration one) throws IOException, InterruptedException {
        if (one.slot() == 0) {
            return false;
        }
        boolean isNewest = one == known.newest();
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
            known.remember(stopped);
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
                leave(stopped);
                continue;
            }
            search.begin();
            GenerationSearch.Found found = search.find(stopped, list, inVain);
            if ((found == null || !found.whole()) && search.isStale()) {
                if (looks++ == LogShell.MOST_LOOKS) {
                    return;
                }
                list = shell.list(path);
            } else if (found == null) {
                Candidates again = shell.list(path);
                if (again.identities().equals(list.identities())
                        || looks++ == LogShell.MOST_LOOKS) {
                    lose(stopped, again);
                }
                list = again;
            } else if (!goOn(found, stopped, list)) {
                if (!reader.hasRoom() || looks++ == LogShell.MOST_LOOKS) {
                    return;
                }
                list = shell.list(path);
            }
        }
    }

    private void lose(Generation stopped, Candidates list) throws InterruptedException {
        wanted.removeFirst();
        known.remember(stopped);
        gaps.say(list.has(stopped.identity()) ? LogGap.Cause.TRUNCATED : LogGap.Cause.ROTATED_AWAY);
    }

    /// It was empty: what comes after the one before is read from the beginning anyway. All there
    /// is to find out is whether it is among that.
    private void leave(Generation empty) throws IOException, InterruptedException {
        left.addAll(known.finished());
        Candidates list = shell.steadyList(path);
        search.begin();
        List<Candidate> after = list.after(known.newestAmong(list));
        for (int looks = 0; search.isStale() && looks < LogShell.MOST_LOOKS; looks++) {
            list = shell.steadyList(path);
            search.begin();
            after = list.after(known.newestAmong(list));
        }
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
        if (!whole || (elsewhere && list.has(stopped.identity()) && !list.isLive(found.file()))) {
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

    /// Opens the generation after the newest one.
    private boolean advance() throws IOException, InterruptedException {
        Candidates list = shell.list(path);
        search.begin();
        Candidate here = known.newestAmong(list);
        OpenGeneration newest = known.newest();
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
        if (!isStillNext(next, here)) {
            // It was rotated once more, or the list was made while names were changing.
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
        List<String> now = shell.list(path).identities();
        int at = now.indexOf(next.identity());
        return at >= 0 && at == (here == null ? 0 : now.indexOf(here.identity()) + 1);
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
        if (identity == null || next.identity().equals(identity) || !list.has(identity)) {
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
            known.remember(oldest.generation());
        }
    }

    private void countNewer(Candidates list, Candidate file) {
        newer = list.after(file).stream().mapToLong(Candidate::size).sum();
    }
}
