package org.spoolscope.model;

import java.util.List;

/// A command that Spoolscope runs on a server: a name and a constant POSIX-sh script (dash, busybox
/// and bash alike). What varies is passed as positional arguments, quoted in one place
/// ([RemoteCall#execLine]); queue ids go on standard input. All commands stand in the catalogues
/// `PostfixCommands` and `HostCommands`; the simulated fleet, `doctor` and the documentation are
/// derived from them.
///
/// @param name short, stable, lower case with dashes: it is the script's `$0` and so shows in the
///   server's process list as `spoolscope-NAME`
public record RemoteCommand(String name, String script) {
    /// The command with these arguments, `$1` and so on.
    public RemoteCall call(String... arguments) {
        return new RemoteCall(this, List.of(arguments));
    }
}
