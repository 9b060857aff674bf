package org.spoolscope.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Two ways of bytes, to a resolver and from it. Threading: one thread reads while another writes;
/// any may close.
public interface ByteStream extends AutoCloseable {
    /// Makes one.
    @FunctionalInterface
    interface Opener {
        /// Blocks, for a bounded time.
        ///
        /// @throws IOException with a message for people
        ByteStream open() throws IOException, InterruptedException;
    }

    /// Ends with an end of file, or an error, also when the stream is closed here.
    InputStream in();

    /// Flushed after each question.
    OutputStream out();

    /// Ends both ways, at once.
    @Override
    void close();
}
