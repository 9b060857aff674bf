package org.spoolscope.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A connection to a resolver with several questions on the way; each message has its length before
/// it (RFC 7766). Threading: see [Exchange].
final class TcpSocket implements AutoCloseable {
    final Outstanding outstanding;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
    private final ByteBuffer length = ByteBuffer.allocate(Short.BYTES);
    private @Nullable ByteBuffer message;
    private boolean connected;
    private int answers;

    TcpSocket(SocketAddress resolver, Selector selector, SecureRandom random) throws IOException {
        outstanding = new Outstanding(random);
        channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            connected = channel.connect(resolver);
            int wanted = connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
            key = channel.register(selector, wanted, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// How many messages have come.
    int answers() {
        return answers;
    }

    boolean hasConnected() {
        return connected;
    }

    /// Sends when there is room.
    void send(Exchange exchange) {
        byte[] bytes = outstanding.add(exchange);
        unsent.add(
                ByteBuffer.allocate(Short.BYTES + bytes.length)
                        .putShort((short) bytes.length)
                        .put(bytes)
                        .flip());
        write();
    }

    /// Goes on with connecting and sending.
    void proceed() throws IOException {
        if (!connected && channel.finishConnect()) {
            connected = true;
        }
        write();
    }

    /// That the connection has ended is told by [#receive], after what came before.
    private void write() {
        if (!connected) {
            return;
        }
        try {
            while (!unsent.isEmpty()) {
                channel.write(unsent.element());
                if (unsent.element().hasRemaining()) {
                    break;
                }
                unsent.remove();
            }
        } catch (IOException _) {
            unsent.clear();
        }
        key.interestOps(
                unsent.isEmpty()
                        ? SelectionKey.OP_READ
                        : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /// The next whole message; empty until it has come.
    ///
    /// @throws IOException the connection has ended; a message that was on its way is lost
    Optional<byte[]> receive() throws IOException {
        if (message == null) {
            fill(length);
            if (length.hasRemaining()) {
                return Optional.empty();
            }
            message = ByteBuffer.allocate(Short.toUnsignedInt(length.flip().getShort()));
            length.clear();
        }
        fill(message);
        if (message.hasRemaining()) {
            return Optional.empty();
        }
        byte[] whole = message.array();
        message = null;
        answers++;
        return Optional.of(whole);
    }

    private void fill(ByteBuffer buffer) throws IOException {
        if (connected && buffer.hasRemaining() && channel.read(buffer) < 0) {
            throw new EOFException("closed by the resolver");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
