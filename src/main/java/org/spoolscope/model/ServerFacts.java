package org.spoolscope.model;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// What was found out about a server when it was connected to.
///
/// @param postfix `mail_version`, such as `3.7.11`; empty when it could not be read
/// @param hostName what the server calls itself (`myhostname`)
/// @param system kernel name and release (`uname -sr`)
/// @param user the account that is logged in
/// @param instances at least the default one, when Postfix is there at all
/// @param spool `queue_directory` of the default instance
/// @param logFile `maillog_file` where Postfix writes its own log, else empty (it uses syslog)
/// @param zone in which the server writes local times; UTC where it did not tell
/// @param clockAhead how far the server's clock is ahead of the desktop's; to a second, or so
public record ServerFacts(
        String postfix,
        String hostName,
        String system,
        String user,
        List<Instance> instances,
        String spool,
        String logFile,
        ZoneId zone,
        Duration clockAhead) {
    public ServerFacts {
        instances = List.copyOf(instances);
    }

    /// Whether `postqueue -j` exists: Postfix 3.1 and later. An unreadable version counts as new.
    public boolean listsJson() {
        String[] parts = postfix.split("[.\\-]", 3);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major > 3 || (major == 3 && minor >= 1);
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
