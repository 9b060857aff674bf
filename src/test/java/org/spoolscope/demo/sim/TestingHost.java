package org.spoolscope.demo.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;

/// A simulated host with a clock that a test sets.
public final class TestingHost {
    private static final Instant EPOCH = Instant.parse("2026-11-24T08:00:00Z");

    public final SimulatedHost host;
    private Instant now = EPOCH;

    public TestingHost(Profile profile, long seed) {
        host = new SimulatedHost(profile, seed, EPOCH, () -> now);
    }

    /// The host at this place of the fleet, with the fleet's first seed.
    public static TestingHost of(int index) {
        return new TestingHost(Profiles.of(index), 42);
    }

    public TestingHost at(Duration age) {
        now = EPOCH.plus(age);
        return this;
    }

    public Instant now() {
        return now;
    }

    /// Of all instances.
    public List<QueuedMessage> queue() {
        List<QueuedMessage> all = new ArrayList<>();
        for (Instance instance : host.instances()) {
            all.addAll(host.queue(instance.configDirectory()));
        }
        return all;
    }

    /// Of all instances together.
    public Totals totals() {
        Totals sum = new Totals(0, 0, 0, 0, 0, 0, 0, 0);
        for (Totals totals : host.totals()) {
            sum =
                    new Totals(
                            sum.arrived() + totals.arrived(),
                            sum.queued() + totals.queued(),
                            sum.delivered() + totals.delivered(),
                            sum.bounced() + totals.bounced(),
                            sum.deleted() + totals.deleted(),
                            sum.rejected() + totals.rejected(),
                            sum.sent() + totals.sent(),
                            sum.deferrals() + totals.deferrals());
        }
        return sum;
    }
}
