package org.spoolscope.dns;

import java.util.concurrent.CompletableFuture;

/// Asks one resolver. Threading: for any thread at once.
public interface DnsClient extends AutoCloseable {
    /// Who is asked, for people, such as `192.0.2.53` or `127.0.0.53 of mail1`.
    String resolver();

    /// Asks. The answer never fails: what goes wrong is a kind of reply. It comes within the time
    /// that the client was made with, all attempts included, and is not waited for when it is
    /// cancelled. Answers are checked (id, question, who sent them) before they count.
    CompletableFuture<DnsReply> ask(DnsQuestion question);

    /// Ends what is under way: it is answered as unreachable.
    @Override
    void close();
}
