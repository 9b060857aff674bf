package org.spoolscope.demo.sim;

import java.util.List;
import org.spoolscope.model.Instance;

/// What kind of host is simulated.
///
/// @param name how the console calls it
/// @param hostName `myhostname`
/// @param address the IP address it sends from
/// @param postfix `mail_version`
/// @param system kernel name and release
/// @param lookups how many disk requests it takes to resolve an address, in a directory server on
///   another host that uses the same storage
/// @param pressure its kernel has pressure stall information
/// @param rfc3339 its syslog writes RFC 3339 time stamps
/// @param rights what the account that logs in may do
/// @param logLines how many lines of its log are kept
public record Profile(
        String name,
        String hostName,
        String address,
        String postfix,
        String system,
        int processors,
        long memory,
        DiskPlan disk,
        int lookups,
        boolean pressure,
        boolean rfc3339,
        Rights rights,
        int logLines,
        List<InstancePlan> instances) {
    public Profile {
        instances = List.copyOf(instances);
    }

    /// Whether its postqueue has `-j`, and its Postfix a `maillog_file`: all but the old ones.
    public boolean listsJson() {
        return postfix.startsWith("3.");
    }

    /// What the account that logs in may do besides listing the queue.
    public enum Rights {
        /// Read the log, act on messages, read them.
        ALL,
        /// Nothing.
        LISTING_ONLY
    }

    /// One of its Postfix instances.
    record InstancePlan(
            Instance instance, String queueDirectory, boolean longIds, Traffic traffic) {}
}
