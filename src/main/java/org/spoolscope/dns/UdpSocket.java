package org.spoolscope.dns;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.Optional;

/// A datagram socket on a port that the system chooses by chance, connected, so that it takes
/// nothing but from the resolver's own address and port. It is used for some questions and then
/// closed: ports that change are hard to guess (RFC 5452), and a socket for each question costs
/// three times as much. Threading: see [Exchange].
final class UdpSocket implements AutoCloseable {
    private static final int QUESTIONS = 64;

    final Outstanding outstanding;
    private final DatagramChannel channel;
    private int sent;

    UdpSocket(SocketAddress resolver, Selector selector, SecureRandom random) throws IOException {
        outstanding = new Outstanding(random);
        channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.connect(resolver);
            channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Whether it takes no more questions.
    boolean isFull() {
        return sent >= QUESTIONS;
    }

    /// A datagram that the system has no room for is lost, as others are on their way.
    void send(Exchange exchange) throws IOException {
        sent++;
        channel.write(ByteBuffer.wrap(outstanding.add(exchange)));
    }

    /// The next datagram that has come; empty when there is none.
    ///
    /// @param buffer large enough for any
    /// @throws IOException the resolver's port is closed
    Optional<byte[]> receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) <= 0) {
            return Optional.empty();
        }
        byte[] message = new byte[buffer.flip().remaining()];
        buffer.get(message);
        return Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
