package org.spoolscope.model.blocklist;

import java.time.Instant;
import java.util.List;

/// What receivers did because of a list, as the log tells it: replies that name the list, or that
/// say that our address is blocked and name none.
///
/// @param list as replies name it; empty where they name none
/// @param bounced recipients given back for it
/// @param deferred attempts put off for it
/// @param share of all recipients that were finished or put off in the same time, 0 to 1
/// @param by who said so, those with most first
/// @param example one reply as it was logged
public record ListRefusals(
        String list,
        long bounced,
        long deferred,
        double share,
        List<String> by,
        String example,
        Instant first,
        Instant last) {
    public ListRefusals {
        by = List.copyOf(by);
    }

    /// Recipients and attempts together.
    public long total() {
        return bounced + deferred;
    }
}
