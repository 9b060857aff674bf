package org.spoolscope.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/// Asks a resolver that was named, over UDP with EDNS, and over TCP where an answer is too long or
/// none comes. The desktop's own resolver is no part of it. Threading: as [DnsClient]; one thread
/// sends and receives, and completes the replies: what is done then must not block.
public final class ResolverClient implements DnsClient {
    /// After which a dead list is given up.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final InetSocketAddress address;
    private final ExchangeLoop loop;

    /// @param address one that could not be resolved is answered as unreachable
    /// @param limit for each question, all attempts included, from when it is sent; more than 256
    ///   questions at once wait
    /// @param threads makes the thread that sends and receives; it ends with [#close]
    public ResolverClient(InetSocketAddress address, Duration limit, ThreadFactory threads) {
        this.address = address;
        this.loop = new ExchangeLoop(address, limit);
        threads.newThread(loop).start();
    }

    /// The address, and the port where it is not 53.
    @Override
    public String resolver() {
        return ResolverAddress.text(address);
    }

    @Override
    public CompletableFuture<DnsReply> ask(DnsQuestion question) {
        if (address.isUnresolved()) {
            return CompletableFuture.completedFuture(new DnsReply.Unreachable("no such host"));
        }
        Optional<byte[]> message = Wire.encode(question, 0, true);
        if (message.isEmpty()) {
            return CompletableFuture.completedFuture(new DnsReply.Failed("not a domain name"));
        }
        Exchange exchange = new Exchange(question, message.get());
        loop.ask(exchange);
        return exchange.reply;
    }

    @Override
    public void close() {
        loop.close();
    }
}
