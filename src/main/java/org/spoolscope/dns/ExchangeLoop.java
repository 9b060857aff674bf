package org.spoolscope.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.Exchange.Stage;
import org.spoolscope.dns.Wire.Reading;

/// Sends questions to one resolver and reads what comes back: a datagram, the same again after
/// three tenths of the time, TCP after six tenths; TCP at once for an answer that was cut, or where
/// datagrams are known to be of no use. Threading: [#run] on one thread, the rest on any.
final class ExchangeLoop implements Runnable {
    /// In flight at once; more wait. Datagrams of a larger burst are lost at the resolver: so many
    /// fit in the receive buffer that Linux gives a socket (208 KiB).
    static final int MOST = 256;

    private static final int DATAGRAM = 65_535;

    private final InetSocketAddress resolver;
    private final Duration limit;
    private final Selector selector;
    private final SecureRandom random = new SecureRandom();
    private final Queue<Exchange> arrived = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(DATAGRAM);
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final List<UdpSocket> sockets = new ArrayList<>();
    private final TcpSockets connections;
    private @Nullable UdpSocket current;
    private int inFlight;
    private boolean datagramsAnswered;
    private boolean tcpAnswered;
    private volatile boolean closed;

    /// When something is to be done for a question, unless another time was set for it since.
    private record Due(Exchange exchange, long at) {
        boolean counts() {
            return exchange.due == at && exchange.stage != Stage.DONE;
        }
    }

    ExchangeLoop(InetSocketAddress resolver, Duration limit) {
        this.resolver = resolver;
        this.limit = limit;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.connections = new TcpSockets(resolver, selector, random, this::refusedTcp);
    }

    /// Asks; its reply is completed by the loop's thread.
    void ask(Exchange exchange) {
        arrived.add(exchange);
        if (closed) {
            endAll();
        } else {
            selector.wakeup();
        }
    }

    void close() {
        closed = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (!closed && !Thread.currentThread().isInterrupted()) {
                selector.select(this::ready, untilDue());
                act();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closed = true;
            endAll();
        }
    }

    private void act() throws IOException {
        for (Exchange next = arrived.poll(); next != null; next = arrived.poll()) {
            waiting.add(next);
        }
        while (inFlight < MOST && !waiting.isEmpty()) {
            Exchange next = waiting.remove();
            if (!next.reply.isDone()) {
                inFlight++;
                next.began = System.nanoTime();
                begin(next);
            }
        }
        for (Due next = due.peek();
                next != null && next.at() - System.nanoTime() <= 0;
                next = due.peek()) {
            due.remove();
            if (next.counts()) {
                goOn(next.exchange());
            }
        }
        connections.sendWaiting();
        closeWhatIsOver();
    }

    private void begin(Exchange exchange) throws IOException {
        if (tcpAnswered && !datagramsAnswered) {
            askOverTcpOnly(exchange);
        } else {
            exchange.stage = Stage.ASKED;
            dueAfter(exchange, 3);
            sendDatagram(exchange);
        }
    }

    private void goOn(Exchange exchange) throws IOException {
        if (exchange.reply.isDone()) {
            end(exchange);
            return;
        }
        switch (exchange.stage) {
            case ASKED -> {
                exchange.stage = Stage.ASKED_AGAIN;
                dueAfter(exchange, 6);
                sendDatagram(exchange);
            }
            case ASKED_AGAIN -> {
                askOverTcp(exchange);
                dueAfter(exchange, 10);
            }
            case ASKED_OVER_TCP -> finish(exchange, new DnsReply.Silent(limit));
            case WAITING, DONE -> {}
        }
    }

    private void sendDatagram(Exchange exchange) throws IOException {
        UdpSocket socket = current;
        if (socket == null || socket.isFull()) {
            try {
                socket = new UdpSocket(resolver, selector, random);
            } catch (IOException _) {
                askOverTcpOnly(exchange);
                return;
            }
            sockets.add(socket);
            current = socket;
        }
        try {
            socket.send(exchange);
        } catch (IOException _) {
            refused(socket);
        }
    }

    private void askOverTcpOnly(Exchange exchange) {
        exchange.onlyTcp = true;
        askOverTcp(exchange);
        dueAfter(exchange, 10);
    }

    private void askOverTcp(Exchange exchange) {
        exchange.stage = Stage.ASKED_OVER_TCP;
        connections.ask(exchange);
    }

    private void dueAfter(Exchange exchange, int tenths) {
        exchange.due = exchange.began + limit.toNanos() / 10 * tenths;
        due.add(new Due(exchange, exchange.due));
    }

    private void ready(SelectionKey key) {
        try {
            if (key.attachment() instanceof UdpSocket socket) {
                readDatagrams(socket);
            } else if (key.attachment() instanceof TcpSocket socket) {
                readConnection(socket);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readDatagrams(UdpSocket socket) throws IOException {
        try {
            for (Optional<byte[]> next = socket.receive(buffer);
                    next.isPresent();
                    next = socket.receive(buffer)) {
                datagramsAnswered |= read(socket.outstanding, next.get());
            }
        } catch (IOException _) {
            refused(socket);
        }
    }

    /// Nobody listens there for datagrams: perhaps there is a resolver for TCP alone. Told once for
    /// all that was sent, by whatever uses the socket next.
    private void refused(UdpSocket socket) throws IOException {
        socket.close();
        sockets.remove(socket);
        if (socket == current) {
            current = null;
        }
        for (Exchange exchange : socket.outstanding.all()) {
            if (exchange.stage == Stage.ASKED_OVER_TCP) {
                exchange.onlyTcp = true;
            } else {
                askOverTcpOnly(exchange);
            }
        }
    }

    private void readConnection(TcpSocket socket) throws IOException {
        try {
            socket.proceed();
            for (Optional<byte[]> next = socket.receive();
                    next.isPresent();
                    next = socket.receive()) {
                tcpAnswered |= read(socket.outstanding, next.get());
            }
        } catch (IOException e) {
            connections.ended(socket, e);
        }
    }

    private void refusedTcp(Exchange exchange, IOException e) {
        if (exchange.onlyTcp) {
            String why = e.getMessage() == null ? "no connection" : e.getMessage();
            finish(exchange, new DnsReply.Unreachable(why));
        }
    }

    /// Whether it was an answer.
    private boolean read(Outstanding outstanding, byte[] message) throws IOException {
        Exchange exchange = outstanding.of(message);
        if (exchange == null) {
            return false;
        }
        switch (Wire.decode(message, exchange.question, Wire.id(message))) {
            case Reading.Stray() -> {
                return false;
            }
            case Reading.Truncated() -> {
                if (exchange.stage == Stage.ASKED_OVER_TCP) {
                    exchange.onlyTcp = true;
                } else {
                    askOverTcpOnly(exchange);
                }
            }
            case Reading.Answer(DnsReply.Failed(String code))
                    when code.equals("FORMERR") && exchange.edns ->
                    askWithoutEdns(exchange);
            case Reading.Answer(DnsReply reply) -> finish(exchange, reply);
        }
        return true;
    }

    /// Resolvers from before EDNS don't understand it.
    private void askWithoutEdns(Exchange exchange) throws IOException {
        exchange.leave();
        exchange.edns = false;
        exchange.message = Wire.encode(exchange.question, 0, false).orElseThrow();
        if (exchange.stage == Stage.ASKED_OVER_TCP) {
            connections.ask(exchange);
        } else {
            sendDatagram(exchange);
        }
    }

    private void finish(Exchange exchange, DnsReply reply) {
        end(exchange);
        exchange.reply.complete(reply);
    }

    private void end(Exchange exchange) {
        if (exchange.stage != Stage.DONE) {
            exchange.stage = Stage.DONE;
            exchange.leave();
            inFlight--;
        }
    }

    private void closeWhatIsOver() throws IOException {
        for (UdpSocket socket : List.copyOf(sockets)) {
            if (inFlight == 0 || (socket.isFull() && socket.outstanding.size() == 0)) {
                socket.close();
                sockets.remove(socket);
            }
        }
        if (inFlight == 0) {
            current = null;
            due.clear();
            connections.close();
        }
    }

    private long untilDue() {
        Due next = due.peek();
        return next == null
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.at() - System.nanoTime()) + 1);
    }

    private void endAll() {
        List<Exchange> left = new ArrayList<>(waiting);
        sockets.forEach(socket -> left.addAll(socket.outstanding.all()));
        due.forEach(one -> left.add(one.exchange()));
        left.addAll(arrived);
        left.forEach(exchange -> exchange.reply.complete(new DnsReply.Unreachable("closed")));
    }
}
