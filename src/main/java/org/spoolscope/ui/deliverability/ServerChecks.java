package org.spoolscope.ui.deliverability;

import java.util.function.Consumer;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.monitor.deliverability.ServerCheck;

/// Has a server's deliverability checked. For a background thread.
@FunctionalInterface
public interface ServerChecks {
    /// Blocks for some seconds; interruption ends it.
    ///
    /// @param server its name
    /// @param begun told before the first question, on the caller's thread
    DeliverabilityResult check(String server, Consumer<ServerCheck.Begun> begun)
            throws InterruptedException;
}
