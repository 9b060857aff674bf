package org.spoolscope.demo.sim;

import java.time.Duration;

/// How fast a disk is: `slow` for a while (a RAID that rebuilds, a neighbour that takes the
/// bandwidth), then `normal` for a while, and so on.
///
/// @param normalMicros mean time per request
record DiskPlan(long normalMicros, long slowMicros, Duration slowFor, Duration normalFor) {
    static DiskPlan steady(long micros) {
        return new DiskPlan(micros, micros, Duration.ofDays(1), Duration.ofDays(1));
    }

    long serviceMicros(long age) {
        long slow = slowFor.toNanos() / 1000;
        long round = slow + normalFor.toNanos() / 1000;
        return age % round < slow ? slowMicros : normalMicros;
    }
}
