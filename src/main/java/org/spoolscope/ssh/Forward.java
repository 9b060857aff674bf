package org.spoolscope.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/// What came of asking a server for a TCP connection on our behalf (RFC 4254 section 7.2). A lost
/// link is none of these, but an [SshException].
public sealed interface Forward {
    /// The connection is made.
    non-sealed interface Stream extends Forward, AutoCloseable {
        /// Blocks like a socket; end of file when the other side, the server or [#close] ended it.
        /// What has come and is not read is bounded (SSH flow control). Interruption is an
        /// `InterruptedIOException`. Its `close` does nothing: [#close] ends both ways.
        InputStream in();

        /// Flush to send. Blocks while the other side takes no more.
        OutputStream out();

        /// Ends the connection; does not wait for the other side.
        @Override
        void close();
    }

    /// The server does not forward for this account (`AllowTcpForwarding`, `PermitOpen` of
    /// sshd_config(5), `restrict` in authorized_keys).
    ///
    /// @param why the server's own words
    record Forbidden(String why) implements Forward {}

    /// The server tried and did not get through, or did not answer in time.
    ///
    /// @param why the server's own words, or how long was waited
    record Failed(String why) implements Forward {}
}
