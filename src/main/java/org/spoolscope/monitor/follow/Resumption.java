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
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.Packing;

/// Goes on in the generations that we stopped in, after a lost link as after a truncation: they are
/// looked for by content, and the rest of them is read, oldest first.
final class Resumption {
    private final String path;
    private final LogShell shell;
    private final GenerationSearch search;
    private final GenerationReader reader;
    private final OpenReading reading;
    private final KnownGenerations known;
    private final Gaps gaps;
    private final long againBytes;

    private final Deque<Generation> wanted;
    private final Set<Candidate> inVain = new HashSet<>();

    /// Files that we know, those that were empty when we stopped among them.
    private final Set<String> left = new HashSet<>();

    /// How many of those that were empty are gone while packed files came: these, perhaps.
    private int packedAway;

    /// Whether what lies before the position is still to be read once more.
    private boolean again;

    /// The file that was truncated, once or several times, while copies of it were made: what is
    /// newer than the copy we went on in and older than this one is a copy, too.
    private @Nullable String truncated;

    /// @param againBytes how much before the position is read once more
    Resumption(
            String path,
            LogShell shell,
            GenerationSearch search,
            GenerationReader reader,
            OpenReading reading,
            KnownGenerations known,
            Gaps gaps,
            long againBytes) {
        this.path = path;
        this.shell = shell;
        this.search = search;
        this.reader = reader;
        this.reading = reading;
        this.known = known;
        this.gaps = gaps;
        this.againBytes = againBytes;
        this.again = againBytes > 0;
        this.wanted = known.wanted();
    }

    /// Finds where we stopped and reads the rest of it, oldest first.
    void resume() throws IOException, InterruptedException {
        if (wanted.isEmpty()) {
            return;
        }
        inVain.clear();
        left.clear();
        packedAway = 0;
        Candidates list = shell.list(path);
        int looks = 0;
        while (!wanted.isEmpty()) {
            Generation stopped = wanted.getFirst();
            if (stopped.head().length() == 0) {
                leave(stopped);
                // Not before: the link may be lost while it is looked for.
                wanted.removeFirst();
                known.remember(stopped);
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
                if (again.hasSameFiles(list) || looks++ == LogShell.MOST_LOOKS) {
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
            if (after.contains(same) && copiesIn(after.subList(0, after.indexOf(same)))) {
                gaps.say(LogGap.Cause.COPY_TRUNCATED);
            }
        } else if (after.stream().allMatch(file -> file.packing() == Packing.NONE)) {
            gaps.say(LogGap.Cause.ROTATED_AWAY);
        } else {
            // A packed one may be this one: nothing tells.
            packedAway++;
        }
        left.add(empty.identity());
    }

    /// What is not known and stands before a file that was empty can only be copies of it, or ones
    /// before it that were empty, too, and were packed since.
    private boolean copiesIn(List<Candidate> before) {
        List<Candidate> unknown =
                before.stream()
                        .filter(file -> file.hasContent() && !left.contains(file.identity()))
                        .toList();
        return unknown.size() > packedAway
                || unknown.stream().anyMatch(file -> file.packing() == Packing.NONE);
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
        known.open().add(opened);
        if (again && !packed && found.whole() && wanted.isEmpty()) {
            reader.readAgain(opened, stopped.offset(), againBytes);
        }
        again &= !wanted.isEmpty();
        boolean whole = found.whole();
        if (whole && packed) {
            continuity =
                    reading.unpack(opened, Math.max(0, stopped.offset() - stopped.tailLength()));
            whole = continuity == OpenGeneration.Continuity.WHOLE;
        }
        if (whole && !packed) {
            reading.readToEnd(opened);
        }
        if (continuity == OpenGeneration.Continuity.OTHER) {
            known.open().remove(opened);
            wanted.addFirst(stopped);
            inVain.add(found.file());
            return false;
        }
        known.noteNewer(list, found.file());
        if (!whole || isCopy(found.file(), stopped, list)) {
            truncated = stopped.identity();
            gaps.say(LogGap.Cause.COPY_TRUNCATED);
        }
        opened.settleIn();
        return true;
    }

    /// Whether the file that holds what we stopped in is a copy of the one that we stopped in: a
    /// plain one that is another file, or one beside the file itself.
    private static boolean isCopy(Candidate file, Generation stopped, Candidates list) {
        return !isSame(file.identity(), stopped.identity())
                && !list.isLive(file)
                && (file.packing() == Packing.NONE || list.has(stopped.identity()));
    }

    /// The device, which comes first, may have another number after a reboot.
    private static boolean isSame(String one, String other) {
        return one.substring(one.indexOf(':') + 1).equals(other.substring(other.indexOf(':') + 1));
    }

    /// Whether the next generation is a copy of the file that was truncated.
    boolean isCopyOfTruncated(Candidate next, Candidates list) {
        String identity = truncated;
        if (identity == null || next.identity().equals(identity) || !list.has(identity)) {
            truncated = null;
            return false;
        }
        return true;
    }
}
