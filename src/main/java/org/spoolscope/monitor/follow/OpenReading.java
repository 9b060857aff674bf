package org.spoolscope.monitor.follow;

import java.io.IOException;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.Generation;

/// Reads the open generations of one log on. One that was truncated is open no more: it is found
/// again by content, or said to be lost.
final class OpenReading {
    private final GenerationReader reader;
    private final KnownGenerations known;
    private final Gaps gaps;

    OpenReading(GenerationReader reader, KnownGenerations known, Gaps gaps) {
        this.reader = reader;
        this.known = known;
        this.gaps = gaps;
    }

    /// Reads the next piece; nothing of a packed one.
    ///
    /// @return whether anything came
    boolean read(OpenGeneration one) throws IOException, InterruptedException {
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

    /// Reads what is there now, as long as it is open.
    void readToEnd(OpenGeneration one) throws IOException, InterruptedException {
        while (!one.atEnd() && known.open().contains(one)) {
            read(one);
        }
    }

    /// Reads a packed one from an offset to its end.
    OpenGeneration.Continuity unpack(OpenGeneration one, long from)
            throws IOException, InterruptedException {
        GenerationReader.Unpacked unpacked = reader.unpack(one, from);
        if (unpacked.cut()) {
            gaps.say(LogGap.Cause.TOO_LARGE);
        }
        return unpacked.continuity();
    }

    private void truncated(OpenGeneration one, boolean isNewest)
            throws IOException, InterruptedException {
        reader.close(one);
        known.open().remove(one);
        Generation stopped = one.generation();
        if (isNewest && stopped != null) {
            known.wanted().add(stopped);
        } else {
            known.remember(stopped);
            gaps.say(LogGap.Cause.TRUNCATED);
        }
    }
}
