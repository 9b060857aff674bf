package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.Fingerprint;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.LogAnswer;
import org.spoolscope.postfix.follow.LogRequest;
import org.spoolscope.postfix.follow.Packing;

/// Finds a generation among the files on the server, by what is in them. Files are looked at
/// through a slot, after it is sure that the slot has the file that was listed: names change.
final class GenerationSearch {
    /// How much of the end of what may be a copy is compared; with less in all than that, logs may
    /// begin alike.
    private static final int COMPARED = Generation.TAIL;

    private static final int MOST_HEADS = 200;

    private final String path;
    private final LogShell shell;
    private final Slots slots;

    /// Of files that nobody has written to since, whatever their names are by now.
    private final Map<String, byte[]> heads = new HashMap<>();

    private boolean stale;

    /// @param head what it begins with
    /// @param whole whether the file reaches to where we stopped; a copy that was taken before we
    ///   had read so far does not
    record Found(Candidate file, byte[] head, boolean whole) {}

    GenerationSearch(String path, LogShell shell, Slots slots) {
        this.path = path;
        this.shell = shell;
        this.slots = slots;
    }

    /// Forgets that names have moved: what is looked at next was listed just now.
    void begin() {
        stale = false;
    }

    /// Whether a name led to another file than the one that was listed, since [#begin]: files are
    /// being rotated, and what was not found may be there.
    boolean isStale() {
        return stale;
    }

    /// The file in which `wanted` goes on, or null. The file it was in before is looked at first,
    /// then the newest; packed ones after the others.
    ///
    /// @param not files that were tried in vain
    @Nullable Found find(Generation wanted, Candidates among, Collection<Candidate> not)
            throws IOException, InterruptedException {
        if (wanted.head().length() == 0) {
            return null;
        }
        Found shorter = null;
        List<Found> packed = new ArrayList<>();
        for (Candidate file : order(wanted, among, not)) {
            byte[] head = head(file);
            if (head == null) {
                continue;
            }
            Fingerprint.Match match = wanted.head().match(head, head.length);
            boolean plain = file.packing() == Packing.NONE;
            boolean tooShort = plain && file.size() < wanted.offset();
            if (match == Fingerprint.Match.SAME && !tooShort) {
                Found found = new Found(file, head, true);
                if (!plain) {
                    packed.add(found);
                } else if (hasTail(found, wanted)) {
                    return found;
                }
            } else if (match != Fingerprint.Match.OTHER && shorter == null) {
                shorter = new Found(file, head, false);
            }
        }
        for (Found found : packed) {
            if (packed.size() == 1 || hasTail(found, wanted)) {
                return found;
            }
        }
        return shorter;
    }

    /// A file that is not read, for [#find]; null when it can't be read.
    @Nullable Generation describe(Candidate file) throws IOException, InterruptedException {
        byte[] head = head(file);
        if (head == null) {
            return null;
        }
        boolean plain = file.packing() == Packing.NONE;
        long size = plain ? file.size() : 0;
        int length = (int) Math.min(size, Generation.TAIL);
        byte[] tail = length == 0 ? new byte[0] : look(file, size - length, length);
        return tail == null
                ? null
                : new Generation(
                        Fingerprint.of(head, head.length),
                        tail.length < length ? 0 : size,
                        tail.length < length ? 0 : length,
                        tail.length < length ? "" : Fingerprint.hash(tail, 0, length),
                        file.identity());
    }

    /// What the file begins with, fewer bytes than [Fingerprint#FULL] only where it is shorter;
    /// null when it can't be read, or is not what was listed any more.
    byte @Nullable [] head(Candidate file) throws IOException, InterruptedException {
        String key = file.identity() + " " + file.size() + " " + file.modified();
        byte[] known = heads.get(key);
        if (known != null) {
            return known;
        }
        byte[] head = look(file, 0, Fingerprint.FULL);
        if (head != null && !file.name().equals(path)) {
            if (heads.size() >= MOST_HEADS) {
                heads.clear();
            }
            heads.put(key, head);
        }
        return head;
    }

    /// Whether a file is what has been copied so far of another one.
    enum Copying {
        NO,
        YES,
        /// Both begin alike, with too little to tell.
        PERHAPS
    }

    /// Whether `old` is what has been copied so far of the live file (copytruncate at work): then
    /// the live file will be truncated, and the copy is no generation before it.
    Copying copying(Candidate old, Candidate live) throws IOException, InterruptedException {
        if (old.packing() != Packing.NONE || old.size() == 0 || old.size() > live.size()) {
            return Copying.NO;
        }
        byte[] head = head(old);
        byte[] liveHead = head(live);
        if (head == null
                || liveHead == null
                || Fingerprint.of(head, head.length).match(liveHead, liveHead.length)
                        != Fingerprint.Match.SAME) {
            return Copying.NO;
        }
        int compared = (int) Math.min(COMPARED, old.size());
        byte[] tail = look(old, old.size() - compared, compared);
        if (tail == null || !Arrays.equals(tail, look(live, old.size() - compared, compared))) {
            return Copying.NO;
        }
        return compared < COMPARED ? Copying.PERHAPS : Copying.YES;
    }

    private static List<Candidate> order(
            Generation wanted, Candidates among, Collection<Candidate> not) {
        List<Candidate> plain = new ArrayList<>();
        List<Candidate> packed = new ArrayList<>();
        for (Candidate file : among.all().reversed()) {
            if (not.contains(file)) {
                continue;
            }
            if (file.packing() != Packing.NONE) {
                packed.add(file);
            } else if (file.identity().equals(wanted.identity())) {
                plain.addFirst(file);
            } else {
                plain.add(file);
            }
        }
        plain.addAll(packed);
        return plain;
    }

    private boolean hasTail(Found found, Generation wanted)
            throws IOException, InterruptedException {
        int length = wanted.tailLength();
        if (length == 0) {
            return true;
        }
        byte[] tail = look(found.file(), wanted.offset() - length, length);
        return tail != null && wanted.endsWith(tail, tail.length);
    }

    private byte @Nullable [] look(Candidate file, long from, int length)
            throws IOException, InterruptedException {
        int slot = slots.takeForLook();
        try {
            LogAnswer opened = shell.ask(LogRequest.open(slot, file.name())).answer();
            stale |= opened.status().equals("no");
            if (!opened.ok()) {
                return null;
            }
            stale |= !opened.word().equals(file.identity());
            byte[] bytes =
                    opened.word().equals(file.identity()) ? read(slot, file, from, length) : null;
            var _ = shell.ask(LogRequest.close(slot));
            return bytes;
        } finally {
            slots.free(slot);
        }
    }

    private byte[] read(int slot, Candidate file, long from, int length)
            throws IOException, InterruptedException {
        LogRequest request =
                file.packing() != Packing.NONE
                        ? LogRequest.unpack(slot, file.packing(), from, length)
                        : from == 0
                                ? LogRequest.read(slot, length, 0, 1, "")
                                : LogRequest.read(slot, 1, from, length, "");
        return shell.ask(request).bytes();
    }
}
