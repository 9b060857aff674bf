package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// How `check` tells what it has found.
interface CheckReport {
    /// @param resolver who is asked, for people
    void begin(String resolver, SendingAddresses sending);

    void end(List<Finding> findings);
}
