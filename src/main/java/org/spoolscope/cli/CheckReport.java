package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// How `check` tells what it has found.
interface CheckReport {
    /// What is known before the first question.
    ///
    /// @param resolver who is asked, for people
    void begin(String resolver, SendingAddresses sending);

    /// All that was found.
    ///
    /// @param lists what blocklists say of the addresses and of the domains of the settings
    void end(List<Finding> findings, List<ListCheck> lists);
}
