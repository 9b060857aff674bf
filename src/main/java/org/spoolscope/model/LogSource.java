package org.spoolscope.model;

/// Where a server's mail log is read from. `why` says in words how it was found.
public sealed interface LogSource {
    /// Not looked for yet, or nothing found.
    record None(String why) implements LogSource {}

    /// A file, such as `/var/log/mail.log`.
    record File(String path, String why) implements LogSource {}

    /// The systemd journal.
    record Journal(String why) implements LogSource {}

    /// It is there, but this account may not read it.
    ///
    /// @param grant the exact line that would grant it
    record Unreadable(String path, String why, String grant) implements LogSource {}
}
