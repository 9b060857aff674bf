package org.spoolscope.dns;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiConsumer;

/// The connections to a resolver, no more than the questions need. Threading: see [Exchange].
final class TcpSockets {
    /// At once; unbound takes ten.
    private static final int MOST = 8;

    /// Open on each: resolvers take some thirty before they read no further (unbound 32,
    /// systemd-resolved 32, BIND 23).
    private static final int QUESTIONS = 22;

    private final SocketAddress resolver;
    private final Selector selector;
    private final SecureRandom random;
    private final BiConsumer<Exchange, IOException> failed;
    private final List<TcpSocket> open = new ArrayList<>();
    private final Queue<Exchange> waiting = new ArrayDeque<>();

    /// Questions at once on a connection: as many as the resolver answered on one that it ended.
    private int each = QUESTIONS;

    /// @param failed told of each question that can't be asked over TCP
    TcpSockets(
            SocketAddress resolver,
            Selector selector,
            SecureRandom random,
            BiConsumer<Exchange, IOException> failed) {
        this.failed = failed;
        this.resolver = resolver;
        this.selector = selector;
        this.random = random;
    }

    /// Sends it when a connection has room.
    void ask(Exchange exchange) {
        waiting.add(exchange);
        sendWaiting();
    }

    void sendWaiting() {
        while (!waiting.isEmpty()) {
            Exchange next = waiting.element();
            try {
                Optional<TcpSocket> free = free();
                if (free.isEmpty()) {
                    return;
                }
                waiting.remove();
                if (next.stage != Exchange.Stage.DONE) {
                    free.get().send(next);
                }
            } catch (IOException e) {
                waiting.remove();
                failed.accept(next, e);
            }
        }
    }

    private Optional<TcpSocket> free() throws IOException {
        for (TcpSocket socket : open) {
            if (socket.outstanding.size() < each) {
                return Optional.of(socket);
            }
        }
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        TcpSocket socket = new TcpSocket(resolver, selector, random);
        open.add(socket);
        return Optional.of(socket);
    }

    /// A connection has ended. What it had not answered waits for another, unless it was asked
    /// alone, and nothing came.
    void ended(TcpSocket socket, IOException why) throws IOException {
        open.remove(socket);
        socket.close();
        List<Exchange> left = socket.outstanding.all();
        if (!socket.hasConnected() || (left.size() == 1 && socket.answers() == 0)) {
            left.forEach(exchange -> failed.accept(exchange, why));
            return;
        }
        if (left.size() > 1) {
            each = Math.clamp(socket.answers(), 1, each);
        }
        waiting.addAll(left);
    }

    void close() throws IOException {
        for (TcpSocket socket : open) {
            socket.close();
        }
        open.clear();
    }
}
