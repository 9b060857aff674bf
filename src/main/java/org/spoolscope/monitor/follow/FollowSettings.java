package org.spoolscope.monitor.follow;

import java.time.Duration;

/// How a log is followed. What is gentle for the server comes first.
///
/// @param flowing pause between two looks while lines come
/// @param idle pause while none come
/// @param busyStretch pauses are this many times longer while the server's I/O pressure is high
/// @param busyPressure I/O pressure from which that is so, 0 to 1
/// @param quiet for so long nothing must have come from a rotated file before it is let go: the
///   logger may still write to it
/// @param firstBytes how much is read back on the first connection
/// @param againBytes how much before a position is read once more, for what lives in memory only
/// @param longestLine bytes of a line that are kept
/// @param packedRatio a packed file may give so many times its size, plus a MiB
/// @param packedMost and so many bytes at the most
/// @param againAfterFailure until what failed is tried again
/// @param identifiersEvery how often the journal is asked for names that were not there before
public record FollowSettings(
        Duration flowing,
        Duration idle,
        int busyStretch,
        double busyPressure,
        Duration quiet,
        long firstBytes,
        long againBytes,
        int longestLine,
        int packedRatio,
        long packedMost,
        Duration againAfterFailure,
        Duration identifiersEvery) {
    /// Half a second, a second; four times that under pressure; 64 MiB back; lines of 16 KiB.
    public static final FollowSettings DEFAULT =
            new FollowSettings(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    4,
                    0.4,
                    Duration.ofSeconds(5),
                    64L << 20,
                    0,
                    16 << 10,
                    100,
                    8L << 30,
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(2));

    /// The same with another amount read back at first.
    public FollowSettings withFirstBytes(long bytes) {
        return new FollowSettings(
                flowing,
                idle,
                busyStretch,
                busyPressure,
                quiet,
                bytes,
                againBytes,
                longestLine,
                packedRatio,
                packedMost,
                againAfterFailure,
                identifiersEvery);
    }

    /// The same, reading so much once more.
    public FollowSettings withAgainBytes(long bytes) {
        return new FollowSettings(
                flowing,
                idle,
                busyStretch,
                busyPressure,
                quiet,
                firstBytes,
                bytes,
                longestLine,
                packedRatio,
                packedMost,
                againAfterFailure,
                identifiersEvery);
    }

    /// The same at another pace.
    public FollowSettings withPace(Duration flowing, Duration idle, Duration againAfterFailure) {
        return new FollowSettings(
                flowing,
                idle,
                busyStretch,
                busyPressure,
                quiet,
                firstBytes,
                againBytes,
                longestLine,
                packedRatio,
                packedMost,
                againAfterFailure,
                identifiersEvery);
    }

    /// The same with another time after which a rotated file is let go.
    public FollowSettings withQuiet(Duration time) {
        return new FollowSettings(
                flowing,
                idle,
                busyStretch,
                busyPressure,
                time,
                firstBytes,
                againBytes,
                longestLine,
                packedRatio,
                packedMost,
                againAfterFailure,
                identifiersEvery);
    }
}
