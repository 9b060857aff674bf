package org.spoolscope.model;

import java.time.Instant;

/// What the log tells of the attempts to deliver a message.
///
/// @param count rounds of attempts, 1 or more, in each of which all recipients left are tried:
///   those seen since the log is read, so fewer than there were where the message is older
/// @param last when the last one was told of, by the server's clock
/// @param relay the host that was spoken to last; empty where none was
public record Tries(int count, Instant last, String relay) {
    public Tries {
        if (count < 1) {
            throw new IllegalArgumentException("no attempt: " + count);
        }
    }
}
