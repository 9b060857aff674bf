package org.spoolscope.cli;

import org.spoolscope.model.FleetSnapshot;

/// How `watch` prints one interval.
interface WatchReport {
    void print(FleetSnapshot fleet);
}
