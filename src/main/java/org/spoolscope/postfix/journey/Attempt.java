package org.spoolscope.postfix.journey;

import org.jspecify.annotations.Nullable;

/// One recipient, tried once.
///
/// @param origTo the recipient before it was rewritten, or empty
/// @param relay the next hop as logged, such as `mx.example.com[192.0.2.1]:25`, `local`, `none`
/// @param status `sent`, `deferred`, `bounced` …, as logged
/// @param dsn the enhanced status code, or empty
/// @param delay from arrival to the end of this attempt, in microseconds; -1 where not logged
/// @param stages the delays a, b, c, d in microseconds; null where not logged
/// @param reason what the remote replied, or why there was no reply
public record Attempt(
        String to,
        String origTo,
        String relay,
        String status,
        String dsn,
        long delay,
        @Nullable Stages stages,
        String reason) {
    /// `delays=a/b/c/d`, in microseconds: until the active queue, in it, connection setup,
    /// transmission.
    public record Stages(long a, long b, long c, long d) {}
}
