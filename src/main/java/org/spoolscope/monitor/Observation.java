package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.postfix.queue.QueueState;

/// What a server's threads tell its writer.
sealed interface Observation {
    record LinkChanged(Link link) implements Observation {}

    record FactsFound(ServerFacts facts) implements Observation {}

    /// A host sample.
    ///
    /// @param roundTrip null when the answer took longer for a reason of its own (it forked `df`)
    record Sampled(HostSample sample, @Nullable Duration roundTrip) implements Observation {}

    record SamplerBroke(String message) implements Observation {}

    /// An error of our own has ended this.
    record WorkStopped(Trouble.WorkStopped.Work work) implements Observation {}

    record Listed(Instance instance, QueueListing listing) implements Observation {}

    /// A listing was of use, and what it says will be told with what the log says.
    record ListingServed(Instance instance) implements Observation {}

    record ListingFailed(Instance instance, Trouble trouble) implements Observation {}

    /// What the log tells of all queues.
    ///
    /// @param asOf up to when, by the desktop's clock
    record QueueTold(Instant asOf, List<QueueState> states) implements Observation {}

    /// All instances have been listed, or failed to be, once.
    record RoundEnded(List<Instance> instances) implements Observation {}

    /// How often a round of listings starts, from now on.
    record ListingPaced(Duration every) implements Observation {}

    /// What is known of the blocklists.
    record ListsTold(ListWatch lists) implements Observation {}

    /// More of the log was read, or its state has changed.
    record LogRead(LogSnapshot log) implements Observation {}
}
