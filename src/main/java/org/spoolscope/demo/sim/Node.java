package org.spoolscope.demo.sim;

import java.util.random.RandomGenerator;

/// What the parts of one instance share.
///
/// @param log writes under the instance's `syslog_name`
/// @param lookups requests on the shared storage for each address that is resolved
/// @param hostName `myhostname`
/// @param syslogName `syslog_name`: `postfix`, or the instance's name
record Node(
        Agenda agenda,
        Streams streams,
        HostMeter meter,
        Disk disk,
        MailLog.Writer log,
        int lookups,
        String hostName,
        String syslogName) {
    /// The random stream of one concern of this instance.
    RandomGenerator random(String concern) {
        return streams.of(hostName + "/" + syslogName + "/" + concern);
    }
}
