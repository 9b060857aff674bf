package org.spoolscope.monitor.follow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.JournalEntry;
import org.spoolscope.postfix.follow.LogPosition;

/// Turns what `journalctl` prints into lines, each once.
///
/// Reading begins with the entry where it stopped: when another one comes first, that one is gone,
/// and so may others be. When there are new names to follow, it begins further back, where all
/// names were known, and what was handed on since is passed over.
final class JournalReader {
    private static final int LONGEST_ENTRY = 1 << 20;
    private static final int BYTES_PER_LINE = 256;

    private final LineSink sink;
    private final FollowSettings settings;
    private final InstantSource clock;
    private LogPosition position;
    private long lastMicros;

    /// The names that are followed, and where these were all names there are.
    private Set<String> names = Set.of();

    private volatile @Nullable String last;
    private volatile @Nullable String whole;

    private @Nullable String first;
    private Set<String> passedOver = Set.of();
    private @Nullable String passedOverUntil;
    private boolean begins;

    /// Whether the entry that was asked for was there.
    private boolean isThere;

    private LineCutter lines = new LineCutter(LONGEST_ENTRY);
    private final Entries entries = new Entries();
    private boolean underWay;
    private boolean handed;

    JournalReader(
            LogPosition position, LineSink sink, FollowSettings settings, InstantSource clock) {
        this.position = position;
        this.sink = sink;
        this.settings = settings;
        this.clock = clock;
        this.last = position.cursor();
        this.whole = position.cursor();
    }

    /// What to follow the journal with, for these names.
    List<String> arguments(Set<String> now) {
        String read = last;
        String from = whole;
        boolean grown = read != null && !names.isEmpty() && !names.containsAll(now);
        first = grown && from != null ? from : read;
        passedOver = names;
        passedOverUntil = grown && read != null && !read.equals(first) ? read : null;
        begins = first != null;
        isThere = false;
        lines = new LineCutter(LONGEST_ENTRY);
        underWay = false;
        names = new TreeSet<>(now);
        List<String> arguments = new ArrayList<>();
        arguments.add(first == null ? "" : first);
        arguments.add(String.valueOf(settings.firstBytes() / BYTES_PER_LINE));
        arguments.addAll(names);
        return arguments;
    }

    /// The names that are followed are all there are, up to what was read. From any thread.
    void namesAreWhole() {
        whole = last;
    }

    /// Takes the next piece of what these arguments gave.
    void take(byte[] bytes, int from, int to) throws InterruptedException {
        handed = false;
        lines.take(bytes, from, to, entries);
        String now = last;
        if (now != null && (handed || !now.equals(position.cursor()))) {
            position = position.with(now);
            sink.position(position);
        }
    }

    /// Whether entries have come since it was begun, so that a pause means that there are no more.
    boolean isUnderWay() {
        return underWay;
    }

    private void take(JournalEntry entry) throws InterruptedException {
        if (begins) {
            begins = false;
            isThere = entry.cursor().equals(first);
            if (isThere) {
                return;
            }
            gap(LogGap.Cause.VACUUMED, null);
        }
        if (passedOverUntil == null) {
            hand(entry);
            last = entry.cursor();
            lastMicros = entry.micros();
        } else if (entry.cursor().equals(passedOverUntil)) {
            passedOverUntil = null;
        } else if (!isThere && entry.micros() > lastMicros) {
            // So is the one we wait for. (As long as an older one is there, so is that one,
            // whatever
            // the server's clock has done meanwhile.)
            passedOverUntil = null;
            gap(LogGap.Cause.VACUUMED, null);
            take(entry);
        } else if (!wasFollowed(entry)) {
            hand(entry);
        }
    }

    private boolean wasFollowed(JournalEntry entry) {
        return entry.isMail() || entry.dropped() >= 0 || passedOver.contains(entry.identifier());
    }

    private void hand(JournalEntry entry) throws InterruptedException {
        handed = true;
        if (entry.dropped() >= 0) {
            gap(LogGap.Cause.SUPPRESSED, entry.dropped());
            return;
        }
        byte[] line = entry.line();
        sink.line(line, 0, Math.min(line.length, settings.longestLine()));
    }

    private void gap(LogGap.Cause cause, @Nullable Long dropped) throws InterruptedException {
        sink.gap(new LogGap(clock.instant(), "journal", cause, null, null, dropped));
    }

    /// Takes the lines of `journalctl`.
    private final class Entries implements LineSink {
        @Override
        public void line(byte[] bytes, int from, int to) throws InterruptedException {
            JournalEntry entry = JournalEntry.parse(bytes, from, to);
            if (entry != null) {
                underWay = true;
                take(entry);
            }
        }

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void position(LogPosition now) {}
    }
}
