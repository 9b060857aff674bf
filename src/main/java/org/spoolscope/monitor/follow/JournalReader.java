package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.io.InputStream;
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
    private static final int CHUNK = 64 << 10;
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

    /// Hands on what comes until the end.
    void read(InputStream in) throws IOException, InterruptedException {
        LineCutter lines = new LineCutter(LONGEST_ENTRY);
        Entries entries = new Entries();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            lines.take(chunk, 0, read, entries);
            String now = last;
            if (now != null && !now.equals(position.cursor())) {
                position = position.with(now);
                sink.position(position);
            }
        }
    }

    private void take(JournalEntry entry) throws InterruptedException {
        if (begins) {
            begins = false;
            if (entry.cursor().equals(first)) {
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
        } else if (entry.micros() > lastMicros) {
            // The one we wait for is gone.
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
        if (entry.dropped() >= 0) {
            gap(LogGap.Cause.SUPPRESSED, entry.dropped());
            return;
        }
        byte[] line = entry.line();
        sink.line(line, 0, Math.min(line.length, settings.longestLine()));
    }

    private void gap(LogGap.Cause cause, @Nullable Long lines) throws InterruptedException {
        sink.gap(new LogGap(clock.instant(), "journal", cause, null, null, lines));
    }

    /// Takes the lines of `journalctl`.
    private final class Entries implements LineSink {
        @Override
        public void line(byte[] bytes, int from, int to) throws InterruptedException {
            JournalEntry entry = JournalEntry.parse(bytes, from, to);
            if (entry != null) {
                take(entry);
            }
        }

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void position(LogPosition now) {}
    }
}
