package org.spoolscope.dns;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How questions and answers lie on a stream. Threading: immutable.
interface Framing {
    /// The bytes that ask; empty where the name can't be asked.
    ///
    /// @param id from 0 to 65535; not used for two questions that are open at once
    Optional<byte[]> encode(int id, DnsQuestion question);

    /// Whether an answer comes to each question at some time, and the other side has work until
    /// then: a question that was given up keeps its place so long.
    boolean answersAll();

    /// Reads the answers of one stream. For one thread.
    Reader reader(InputStream in);

    /// Takes answers from a stream.
    @FunctionalInterface
    interface Reader {
        /// The next one; blocks. Null at the end of the stream: what is cut off there is none.
        ///
        /// @throws IOException when the stream is broken, or holds what no resolver sends
        @Nullable Frame next() throws IOException;
    }

    /// An answer, to whatever question.
    interface Frame {
        int id();

        /// What it says to a question; empty where it is no answer to it.
        Optional<DnsReply> to(DnsQuestion question);
    }
}
