package org.spoolscope.ui.message;

import java.util.Arrays;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.journey.LogLines;
import org.spoolscope.postfix.log.Hash;

/// The lines about a message that a server's own logs hold, and behind them those in memory that
/// are not among them: the newest lines are in both, and must not be told twice. They are told
/// apart by their hashes.
final class OldLines implements LogLines {
    private final LogWindow old;
    private final LogWindow memory;
    private final long[] hashes;

    OldLines(LogWindow old, LogWindow memory) {
        this.old = old;
        this.memory = memory;
        long[] of = new long[Math.toIntExact(old.end() - old.first())];
        old.read(
                old.first(),
                old.end(),
                (number, bytes, from, to) ->
                        of[(int) (number - old.first())] = Hash.of(bytes, from, to, 0));
        Arrays.sort(of);
        this.hashes = of;
    }

    @Override
    public void read(LogWindow.Reader reader) {
        old.read(old.first(), old.end(), reader);
        memory.read(
                memory.first(),
                memory.end(),
                (number, bytes, from, to) -> {
                    if (Arrays.binarySearch(hashes, Hash.of(bytes, from, to, 0)) < 0) {
                        reader.line(old.end() + number, bytes, from, to);
                    }
                });
    }
}
