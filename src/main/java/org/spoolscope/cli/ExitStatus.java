package org.spoolscope.cli;

/// What the process's exit status means; scripts rely on it.
public final class ExitStatus {
    /// Done, nothing wrong found.
    public static final int OK = 0;

    /// Done, and what was asked about is bad.
    public static final int BAD = 1;

    /// Wrong usage or configuration.
    public static final int USAGE = 2;

    /// Server unreachable, host key refused, or authentication failed.
    public static final int NOT_CONNECTED = 3;

    /// Connected, but this account may not do that.
    public static final int NOT_ALLOWED = 4;

    /// A bug.
    public static final int INTERNAL = 5;

    private ExitStatus() {}
}
