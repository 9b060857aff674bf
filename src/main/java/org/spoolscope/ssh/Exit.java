package org.spoolscope.ssh;

import org.spoolscope.model.Words;

/// How a remote command ended. A killed session looks like a clean end of file to a reader: only an
/// exit status proves that the command ended by itself (RFC 4254 section 6.10).
public sealed interface Exit {
    record Status(int code) implements Exit {}

    /// Ended by a signal on the server, such as `KILL` (RFC 4254: without `SIG`).
    record Signal(String name) implements Exit {}

    /// End of file without a status: the link, or the server's sshd, is gone. Also after our own
    /// [RemoteProcess#close].
    record LinkLost() implements Exit {}

    /// We closed it: over its budget.
    record OverBudget(String why) implements Exit {}

    /// The server did not start it, though the link is fine: too many sessions at once
    /// (`MaxSessions` of sshd_config(5)), or no exec allowed. `why` is the server's own text.
    record Refused(String why) implements Exit {}

    /// What a person is told.
    default String text() {
        return switch (this) {
            case Status(int code) -> Words.get("ssh.exit-status", code).toString();
            case Signal(String name) -> Words.get("ssh.exit-signal", name).toString();
            case LinkLost() -> Words.get("ssh.exit-link-lost").toString();
            case OverBudget(String why) -> why;
            case Refused(String why) -> why;
        };
    }
}
