package org.spoolscope.monitor.deliverability;

import org.spoolscope.model.LinkFailure;

/// What came of a check of a server's deliverability.
public sealed interface DeliverabilityResult {
    /// The check came to an end.
    record Answered(ServerCheck.Outcome outcome) implements DeliverabilityResult {}

    /// The server is not connected.
    record NoLink() implements DeliverabilityResult {}

    /// The link was lost meanwhile.
    record Lost(LinkFailure failure) implements DeliverabilityResult {}
}
