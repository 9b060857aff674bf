package org.spoolscope.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lines of a log that are lost to us, or may be; or a jump in its time, which loses none.
///
/// @param seen when that was noticed, by the desktop's clock
/// @param source the file, or `journal`
/// @param from time of the last line before, where there is one
/// @param to time of the first line after, where there is one; before `from` where a clock was set
///   back
/// @param lines how many, where that is known (a logger that says "suppressed"), else null
public record LogGap(
        Instant seen,
        String source,
        Cause cause,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long lines) {
    /// Why.
    public enum Cause {
        /// The file was copied and truncated: what was written in between is in neither.
        COPY_TRUNCATED,
        /// The file was truncated, and what was in it is nowhere.
        TRUNCATED,
        /// The file we stopped in is gone from the server, compressed copies included.
        ROTATED_AWAY,
        /// The journal entry we stopped at is gone.
        VACUUMED,
        /// The logger dropped lines and said so.
        SUPPRESSED,
        /// A compressed file is too large to read through.
        TOO_LARGE,
        /// The clock was set: no line is lost, but the times before and after overlap, or are
        /// further apart than they look.
        CLOCK_SET;

        /// Whether lines are lost, or may be.
        public boolean losesLines() {
            return this != CLOCK_SET;
        }
    }
}
