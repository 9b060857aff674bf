package org.spoolscope.ssh;

import java.nio.charset.StandardCharsets;

/// What a finished command printed.
///
/// @param stderr at most 64 KiB, invalid UTF-8 replaced
public record Output(Exit exit, byte[] stdout, String stderr) {
    public boolean ok() {
        return exit instanceof Exit.Status(int code) && code == 0;
    }

    /// Standard output as UTF-8, invalid sequences replaced.
    public String text() {
        return new String(stdout, StandardCharsets.UTF_8);
    }
}
