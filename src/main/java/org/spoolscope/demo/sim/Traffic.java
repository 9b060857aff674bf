package org.spoolscope.demo.sim;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much mail comes to an instance, and for whom.
///
/// @param own the domain whose mailboxes are here, and whose people send
/// @param perSecond messages of everyday mail, on average
/// @param campaign besides that, or null
/// @param old messages that have waited for days already when the simulation begins
record Traffic(
        Domain own, double perSecond, @Nullable Campaign campaign, List<World.Share> mix, int old) {

    /// A newsletter that is sent again and again.
    ///
    /// @param first when the first begins, counted from the start of the simulation
    /// @param every from one beginning to the next
    /// @param messages in each
    /// @param perSecond how fast the program that makes them hands them over
    record Campaign(Duration first, Duration every, int messages, double perSecond) {}
}
