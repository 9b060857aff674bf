package org.spoolscope.monitor;

import org.spoolscope.model.LinkFailure;
import org.spoolscope.monitor.deliverability.ServerCheck;

/// What came of a check of a server's deliverability.
public sealed interface DeliverabilityResult {
    /// The check came to an end.
    record Answered(ServerCheck.Outcome outcome) implements DeliverabilityResult {}

    /// The server is not connected.
    record NoLink() implements DeliverabilityResult {}

    /// The link was lost meanwhile.
    record Lost(LinkFailure failure) implements DeliverabilityResult {}
}
