package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.List;
import org.spoolscope.ui.control.Times;

/// Makes of what is known what the page shows. Any thread: with many addresses it takes some
/// milliseconds.
final class PageReading {
    /// All that the page shows. Immutable.
    record Answer(
            KnownLists known,
            Matrix matrix,
            List<Finding> findings,
            List<AbsentList> absent,
            PageHead head) {
        static final Answer NOTHING =
                new Answer(
                        KnownLists.NOTHING, Matrix.EMPTY, List.of(), List.of(), PageHead.NOTHING);

        Answer {
            findings = List.copyOf(findings);
            absent = List.copyOf(absent);
        }
    }

    private final Times times;

    PageReading(Times times) {
        this.times = times;
    }

    Answer read(KnownLists known, Instant now) {
        Matrix matrix = new MatrixReading(known, times).matrix();
        return new Answer(
                known,
                matrix,
                new FindingsReading(known, new Harm(times, now)).findings(),
                AbsentList.of(known),
                PageHead.of(known, matrix));
    }
}
