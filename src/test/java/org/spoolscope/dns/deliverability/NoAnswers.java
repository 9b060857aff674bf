package org.spoolscope.dns.deliverability;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;

/// A resolver that is silent, fails or is gone, in turn.
final class NoAnswers implements DnsClient {
    private int asked;

    @Override
    public String resolver() {
        return "nobody";
    }

    @Override
    public CompletableFuture<DnsReply> ask(DnsQuestion question) {
        asked++;
        return CompletableFuture.completedFuture(
                switch (asked % 3) {
                    case 0 -> new DnsReply.Silent(Duration.ofSeconds(5));
                    case 1 -> new DnsReply.Failed("SERVFAIL");
                    default -> new DnsReply.Unreachable("closed");
                });
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
