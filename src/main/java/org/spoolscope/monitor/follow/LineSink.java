package org.spoolscope.monitor.follow;

import java.time.Instant;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.LogPosition;

/// Takes what a follower reads, in order, on the follower's thread. Taking long is how a slow
/// desktop slows the server's sending down (SSH flow control); nothing is dropped.
public interface LineSink {
    /// The lines that follow come from this file, or from `journal`. Called before the first line,
    /// and whenever that changes.
    default void source(String source) throws InterruptedException {}

    /// One whole line, without its end, in `bytes[from, to)`; valid during the call only. At most
    /// [FollowSettings#longestLine] bytes: what is beyond is cut off. It may hold anything.
    void line(byte[] bytes, int from, int to) throws InterruptedException;

    /// A line that was handed on before, by a follower that has ended: it lies before the position.
    /// Such lines come first, if they were asked for.
    default void again(byte[] bytes, int from, int to) throws InterruptedException {}

    /// Between the line before and the line after, lines are lost or may be. Its bounds are null:
    /// they are the times of these two lines, which the receiver knows.
    void gap(LogGap gap) throws InterruptedException;

    /// All that was handed on before this is covered, and nothing else: to be stored together with
    /// what was made of it.
    void position(LogPosition position) throws InterruptedException;

    /// How many bytes are still to be read before this is live, as far as that is known: packed
    /// files count as they lie on the disk.
    default void behind(long bytes) throws InterruptedException {}

    /// All that was there at the last look was handed on before, and the position told last covers
    /// it; more may come all the time.
    ///
    /// @param at when that look began
    default void upToDate(Instant at) throws InterruptedException {}

    /// All that is there was handed on before, the position told last covers it, and nothing more
    /// has come.
    ///
    /// @param at when that was looked at
    default void idle(Instant at) throws InterruptedException {}

    /// Following came to an end, or a file can't be read; it will be tried again.
    default void trouble(String message) throws InterruptedException {}
}
