package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;

/// How one remote command is played.
@FunctionalInterface
interface Play {
    /// Runs the command to its end.
    ///
    /// @param arguments the script's `$1` and so on
    /// @return the exit status
    int run(List<String> arguments, Stdio stdio) throws IOException;
}
