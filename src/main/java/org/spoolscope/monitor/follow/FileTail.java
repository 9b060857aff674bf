package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.util.List;
import org.spoolscope.postfix.follow.FilePosition;
import org.spoolscope.postfix.follow.LogAnswer.Where;

/// Follows one file through its generations.
///
/// The generations that are being read stand in a row, oldest first. The newest one is read until
/// nothing more is in it and the name leads to another file; then the next one is opened
/// ([Succession]). Older ones are read on until they have been quiet for a while, since the logger
/// writes to a renamed file until it is told. Where we stopped, after a lost link as after a
/// truncation, is looked for by content, and everything newer is read in order ([Resumption]). What
/// was copied away while nobody looked is read when the next lines come ([MissedCopies]).
final class FileTail {
    private final String path;
    private final GenerationReader reader;
    private final GenerationSearch search;
    private final LogShell shell;
    private final LineSink sink;
    private final FollowSettings settings;

    private final KnownGenerations known;
    private final OpenReading reading;
    private final Resumption resumption;
    private final MissedCopies copies;
    private final Succession succession;

    private final boolean first;
    private boolean begun;
    private boolean advanced;

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
        this.sink = sink;
        this.settings = settings;
        this.first = position.generations().isEmpty() && position.past().isEmpty();
        this.search = new GenerationSearch(path, shell, slots);
        this.reader = new GenerationReader(path, shell, slots, progress, sink, settings);
        this.known = new KnownGenerations(position, search);
        this.reading = new OpenReading(reader, known, gaps);
        this.resumption =
                new Resumption(
                        path, shell, search, reader, reading, known, gaps, settings.againBytes());
        this.copies = new MissedCopies(path, shell, search, reader, reading, known, gaps);
        if (position.unsure()) {
            copies.stoppedUnsure(known.read());
        }
        this.succession =
                new Succession(
                        path,
                        shell,
                        search,
                        reader,
                        reading,
                        resumption,
                        copies,
                        known,
                        gaps,
                        settings.quiet());
    }

    /// Reads what is there, at most a large piece of each generation.
    ///
    /// @return whether anything came, so that there may be more at once
    boolean poll() throws IOException, InterruptedException {
        if (!begun) {
            begun = true;
            if (first) {
                begin();
            }
        }
        boolean came = false;
        for (OpenGeneration one : List.copyOf(known.open())) {
            came |= reading.read(one);
        }
        resumption.resume();
        copies.readWithFirstLines();
        OpenGeneration newest = known.newest();
        advanced =
                known.wanted().isEmpty()
                        && (newest == null || isOver(newest))
                        && !reader.waits()
                        && succession.advance();
        if (!reader.hasRoom() && known.open().size() > 1) {
            succession.settle();
        }
        letGo();
        return came || advanced;
    }

    private void begin() throws IOException, InterruptedException {
        OpenGeneration start =
                new FirstLook(path, shell, search, reader).open(known, copies, settings);
        if (start != null) {
            known.open().add(start);
        }
    }

    /// How far it was read.
    FilePosition position() {
        return known.position(copies.isUnsure());
    }

    /// Bytes that are known to be there and are not read yet.
    long behind() {
        return known.behind();
    }

    /// Whether more is there than one look reads.
    boolean hasMore() {
        return advanced || known.open().stream().anyMatch(one -> !one.atEnd());
    }

    private static boolean isOver(OpenGeneration newest) {
        return newest.atEnd() && (newest.slot() == 0 || newest.where() == Where.OTHER);
    }

    /// Lets the older generations go that nobody writes to any more, oldest first: what is
    /// remembered of them is in that order.
    private void letGo() throws IOException, InterruptedException {
        while (known.open().size() > 1) {
            OpenGeneration oldest = known.open().getFirst();
            if (!oldest.atEnd() || !(oldest.settled() || reader.isQuiet(oldest))) {
                return;
            }
            oldest.finish(sink);
            reader.close(oldest);
            known.open().removeFirst();
            known.remember(oldest.generation());
        }
    }
}
