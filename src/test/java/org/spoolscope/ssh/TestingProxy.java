package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// A TCP proxy on loopback whose connections can be cut and frozen, as a bad network does.
final class TestingProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch thaw = new CountDownLatch(1);
    private volatile boolean frozen;

    TestingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Cuts all connections after so many more bytes from the server.
    void cutAfter(long bytes) {
        untilCut.set(bytes);
    }

    void cut() {
        untilCut.set(Long.MAX_VALUE);
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // Closed is what it should be.
            }
        }
        sockets.clear();
    }

    /// From now on nothing is passed on, and nothing closed.
    void freeze() {
        frozen = true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thaw.countDown();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, false));
                Thread.ofVirtual().start(() -> pump(server, client, true));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (frozen) {
                    thaw.await();
                }
                long left = counted ? untilCut.getAndAdd(-read) : Long.MAX_VALUE;
                out.write(buffer, 0, Math.clamp(left, 0, read));
                if (left <= read) {
                    cut();
                    return;
                }
            }
        } catch (IOException e) {
            // Cut.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
