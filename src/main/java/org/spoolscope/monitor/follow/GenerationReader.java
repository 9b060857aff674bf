package org.spoolscope.monitor.follow;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Generation;
import org.spoolscope.postfix.follow.LogAnswer;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.LogRequest;
import org.spoolscope.postfix.follow.Packing;

/// Opens generations of one log and reads pieces of them: small ones while they are live, large
/// ones where much is left.
final class GenerationReader {
    static final int SMALL_BLOCK = 4 << 10;
    private static final int LARGE_BLOCK = 64 << 10;
    private static final int BLOCKS = 256;
    private static final long MUCH = (long) SMALL_BLOCK * BLOCKS;
    private static final long TELL_EVERY = 4L << 20;

    private final String path;
    private final LogShell shell;
    private final Slots slots;
    private final Progress progress;
    private final LineSink sink;
    private final FollowSettings settings;
    private long untold;
    private long notBefore = Long.MIN_VALUE;

    /// What the follower has and wants to know while pieces are read.
    interface Progress {
        /// Nanoseconds of a clock that only goes on.
        long nanos();

        /// More lines were handed on: the position may be told.
        void moved() throws InterruptedException;
    }

    /// @param cut whether more is in it than is taken
    record Unpacked(OpenGeneration.Continuity continuity, boolean cut) {}

    GenerationReader(
            String path,
            LogShell shell,
            Slots slots,
            Progress progress,
            LineSink sink,
            FollowSettings settings) {
        this.path = path;
        this.shell = shell;
        this.slots = slots;
        this.progress = progress;
        this.sink = sink;
        this.settings = settings;
    }

    /// From the beginning; null when it can't be opened now, or is another file by now.
    @Nullable OpenGeneration open(Candidate file) throws IOException, InterruptedException {
        int slot = slot(file);
        return slot < 0 ? null : opened(new OpenGeneration(file, slot, settings.longestLine()));
    }

    /// From the line after this offset; null as above.
    @Nullable OpenGeneration openInside(Candidate file, byte[] head, long offset)
            throws IOException, InterruptedException {
        int slot = slot(file);
        return slot < 0
                ? null
                : opened(OpenGeneration.inside(file, slot, settings.longestLine(), head, offset));
    }

    /// From where we stopped; null as above. Of a copy that ends before, nothing is read.
    @Nullable OpenGeneration open(GenerationSearch.Found found, Generation stopped)
            throws IOException, InterruptedException {
        int slot = found.whole() ? slot(found.file()) : 0;
        if (slot < 0) {
            return null;
        }
        OpenGeneration opened =
                opened(
                        new OpenGeneration(
                                found.file(), slot, settings.longestLine(), stopped, found.head()));
        opened.atEnd(!found.whole());
        return opened;
    }

    /// Whether there is a slot to open another file in.
    boolean hasRoom() {
        return slots.hasRoom();
    }

    /// Whether it can't be opened before some time has passed.
    boolean waits() {
        return progress.nanos() < notBefore;
    }

    void touch(OpenGeneration one) {
        one.touched(progress.nanos());
    }

    /// Whether a look that began long enough after the last line, or the rotation, found nothing.
    boolean isQuiet(OpenGeneration one) {
        return one.lastLook() - one.quietSince() >= settings.quiet().toNanos();
    }

    void close(OpenGeneration one) throws IOException, InterruptedException {
        if (one.slot() != 0) {
            close(one.slot());
        }
    }

    /// Reads the next piece.
    ///
    /// @param isNewest whether to ask what the name leads to
    OpenGeneration.Continuity read(OpenGeneration one, boolean isNewest)
            throws IOException, InterruptedException {
        int block = one.much() ? LARGE_BLOCK : SMALL_BLOCK;
        long skip = Math.max(0, one.next() - OpenGeneration.OVERLAP) / block;
        long before = one.next();
        one.begin(skip * block);
        one.looked(progress.nanos());
        Taking taking = new Taking(one);
        LogAnswer answer =
                shell.ask(
                        LogRequest.read(one.slot(), block, skip, BLOCKS, isNewest ? path : ""),
                        taking);
        if (!answer.ok()) {
            throw new IOException(
                    Words.get("follow.read-failed", path, answer.status()).toString());
        }
        boolean full = taking.taken == (long) block * BLOCKS;
        one.atEnd(!full);
        one.much(full);
        if (isNewest) {
            one.where(answer.where());
        }
        if (one.next() > before) {
            one.touched(progress.nanos());
        }
        return one.end();
    }

    /// Reads what lies before an offset once more, at most so much of it.
    void readAgain(OpenGeneration one, long to, long most)
            throws IOException, InterruptedException {
        long from = Math.max(0, to - most);
        LineCutter cutter = new LineCutter(settings.longestLine());
        if (from > 0) {
            cutter.skipFirst();
        }
        for (long at = from; at < to; ) {
            long skip = at / LARGE_BLOCK;
            Again again = new Again(cutter, skip * LARGE_BLOCK, at, to);
            LogAnswer answer =
                    shell.ask(LogRequest.read(one.slot(), LARGE_BLOCK, skip, BLOCKS, ""), again);
            if (!answer.ok() || again.offset <= at) {
                return;
            }
            at = again.offset;
        }
    }

    /// Reads a packed file to its end, or to the limit of what is taken from one.
    Unpacked unpack(OpenGeneration one, long from) throws IOException, InterruptedException {
        Candidate file = one.file();
        long most =
                Math.min(settings.packedMost(), (1L << 20) + settings.packedRatio() * file.size());
        int slot = slots.takeForLook();
        try {
            LogAnswer opened = shell.ask(LogRequest.open(slot, file.name())).answer();
            if (!opened.ok() || !opened.word().equals(file.identity())) {
                return new Unpacked(OpenGeneration.Continuity.OTHER, false);
            }
            one.begin(from);
            Taking taking = new Taking(one);
            long count = Math.max(0, most - from);
            LogAnswer answer =
                    shell.ask(LogRequest.unpack(slot, file.packing(), from, count), taking);
            close(slot);
            if (!answer.ok()) {
                sink.trouble(Words.get("follow.cannot-unpack", file.name()).toString());
            }
            one.atEnd(true);
            return new Unpacked(one.end(), taking.taken == count);
        } finally {
            slots.free(slot);
        }
    }

    private OpenGeneration opened(OpenGeneration one) {
        one.much(one.file().size() - one.next() > MUCH);
        one.touched(progress.nanos());
        return one;
    }

    /// The slot that a file was opened in; 0 for a packed one, -1 when it could not be.
    private int slot(Candidate file) throws IOException, InterruptedException {
        if (file.packing() != Packing.NONE) {
            return 0;
        }
        int slot = slots.take();
        if (slot == 0) {
            return -1;
        }
        LogAnswer opened = shell.ask(LogRequest.open(slot, file.name())).answer();
        if (opened.ok() && opened.word().equals(file.identity())) {
            return slot;
        }
        if (opened.ok()) {
            close(slot);
        } else {
            slots.free(slot);
        }
        if (opened.status().equals("denied")) {
            notBefore = progress.nanos() + settings.againAfterFailure().toNanos();
            sink.trouble(Words.get("follow.denied", file.name()).toString());
        }
        return -1;
    }

    private void close(int slot) throws IOException, InterruptedException {
        var _ = shell.ask(LogRequest.close(slot));
        slots.free(slot);
    }

    /// Hands on the lines between two offsets once more.
    private final class Again implements LogShell.Data, LineSink {
        private final LineCutter cutter;
        private final long from;
        private final long to;
        private long offset;

        Again(LineCutter cutter, long offset, long from, long to) {
            this.cutter = cutter;
            this.offset = offset;
            this.from = from;
            this.to = to;
        }

        @Override
        public void take(byte[] bytes, int start, int end) throws InterruptedException {
            int first = Math.clamp(from - offset, 0, end - start);
            int last = Math.clamp(to - offset, first, end - start);
            cutter.take(bytes, start + first, start + last, this);
            offset += end - start;
        }

        @Override
        public void line(byte[] bytes, int start, int end) throws InterruptedException {
            sink.again(bytes, start, end);
        }

        @Override
        public void gap(LogGap gap) {}

        @Override
        public void position(LogPosition position) {}
    }

    /// Hands what comes to a generation, and tells the position now and then.
    private final class Taking implements LogShell.Data {
        private final OpenGeneration one;
        private long taken;

        Taking(OpenGeneration one) {
            this.one = one;
        }

        @Override
        public void take(byte[] bytes, int from, int to) throws InterruptedException {
            taken += to - from;
            untold += to - from;
            one.take(bytes, from, to, sink);
            if (untold >= TELL_EVERY) {
                untold = 0;
                progress.moved();
            }
        }
    }
}
