package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// How `check` tells what it has found.
interface CheckReport {
    /// What is known before the first question.
    ///
    /// @param resolver who is asked, for people
    void begin(String resolver, SendingAddresses sending);

    /// All that was found.
    void end(List<Finding> findings);
}
