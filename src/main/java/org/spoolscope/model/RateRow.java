package org.spoolscope.model;

import java.time.Instant;

/// What went in and out in a short time, for a chart.
///
/// @param from by the log's clock
/// @param seconds how many seconds of the step the log was read for
/// @param arrived messages that entered the queue
/// @param sent recipients delivered
/// @param deferred attempts put off
/// @param bounced recipients given back to the sender
/// @param rejected recipients or clients turned away by us
public record RateRow(
        Instant from,
        int seconds,
        long arrived,
        long sent,
        long deferred,
        long bounced,
        long rejected) {}
