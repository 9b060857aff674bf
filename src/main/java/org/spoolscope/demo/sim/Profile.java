package org.spoolscope.demo.sim;

import java.time.Duration;
import java.util.List;
import org.spoolscope.model.Instance;

/// What kind of host is simulated.
///
/// @param name how the console calls it
/// @param hostName `myhostname`
/// @param address the IP address it sends from
/// @param postfix `mail_version`
/// @param system kernel name and release
/// @param lookup how long it takes to resolve an address: long where the tables lie in a directory
///   server elsewhere
/// @param rfc3339 its syslog writes RFC 3339 time stamps
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
        Duration lookup,
        boolean rfc3339,
        int logLines,
        List<InstancePlan> instances) {
    public Profile {
        instances = List.copyOf(instances);
    }

    /// One of its Postfix instances.
    record InstancePlan(
            Instance instance, String queueDirectory, boolean longIds, Traffic traffic) {}
}
