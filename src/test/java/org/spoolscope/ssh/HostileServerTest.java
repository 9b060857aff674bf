package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.LinkFailure.NotReached;
import org.spoolscope.model.LinkFailure.NotReached.Cause;

/// Goal S16: whatever answers on the port, there is a clear end within the deadline.
class HostileServerTest {
    private static final Duration DEADLINE = Duration.ofMillis(1500);

    @TempDir Path folder;

    /// What a server does with a fresh connection.
    @FunctionalInterface
    private interface Peer {
        void answer(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SILENCE,        TIMED_OUT
                    DRIP,           TIMED_OUT
                    ENDLESS_BANNER, NOT_SSH
                    ENDLESS_LINE,   NOT_SSH
                    HUGE_PACKET,    NOT_SSH
                    NOTHING,        CLOSED
                    WEB_SERVER,     NOT_SSH
                    MAX_STARTUPS,   CLOSED
                    SSH_1,          NOT_SSH
                    """)
    void everyPeerHasAClearEnd(String behaviour, Cause expected) throws Exception {
        try (ServerSocket listener = listen(peer(behaviour))) {
            long start = System.nanoTime();
            LinkFailure failure = failure(listener.getLocalPort());

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            NotReached.class,
                            reached -> {
                                assertThat(reached.cause()).isEqualTo(expected);
                                assertThat(reached.detail().length()).isLessThan(300);
                            });
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(DEADLINE.plusSeconds(3));
        }
    }

    private static Peer peer(String behaviour) {
        return switch (behaviour) {
            case "SILENCE" -> (_, _) -> new CountDownLatch(1).await();
            case "DRIP" ->
                    (_, out) -> {
                        CountDownLatch never = new CountDownLatch(1);
                        do {
                            out.write('x');
                            out.flush();
                        } while (!never.await(50, TimeUnit.MILLISECONDS));
                    };
            case "ENDLESS_BANNER" -> (_, out) -> forever(out, "hello there\r\n");
            case "ENDLESS_LINE" -> (_, out) -> forever(out, "hello");
            case "HUGE_PACKET" ->
                    (_, out) -> forever(out, "SSH-2.0-x\r\n", new byte[] {0x7f, -1, -1, -1});
            case "NOTHING" -> (_, _) -> {};
            case "WEB_SERVER" ->
                    (in, out) -> {
                        write(out, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
                        in.transferTo(OutputStream.nullOutputStream());
                    };
            case "MAX_STARTUPS" -> (_, out) -> write(out, "Exceeded MaxStartups\r\n");
            case "SSH_1" -> (_, out) -> forever(out, "SSH-1.5-old\r\n");
            default -> throw new IllegalArgumentException(behaviour);
        };
    }

    private static void forever(OutputStream out, String text, byte... then) throws IOException {
        write(out, text);
        byte[] bytes = then.length > 0 ? then : text.repeat(100).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(bytes);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void nothingListens() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        assertThat(failure(port))
                .isInstanceOfSatisfying(
                        NotReached.class,
                        reached -> {
                            assertThat(reached.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
                            assertThat(reached.detail())
                                    .isEqualTo("127.0.0.1 port " + port + ": Connection refused");
                        });
    }

    @Test
    void interruptionEndsTheAttempt() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Peer peer =
                (in, _) -> {
                    accepted.countDown();
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } finally {
                        closed.countDown();
                    }
                };
        try (ServerSocket listener = listen(peer);
                Ssh ssh = ssh(Duration.ofMinutes(1))) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread connecting =
                    Thread.ofVirtual()
                            .start(() ->
                                    outcome.complete(
                                            catchThrowable(
                                                    () -> connect(ssh, listener.getLocalPort()))));
            assertThat(accepted.await(10, TimeUnit.SECONDS)).isTrue();
            connecting.interrupt();

            assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// A full backlog on Linux: the kernel does not answer further connections.
    @Test
    void serversThatDoNotAnswerHoldUpNoOther() throws Exception {
        try (ServerSocket dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(dead.getInetAddress(), dead.getLocalPort());
                Socket second = new Socket(dead.getInetAddress(), dead.getLocalPort());
                TestingSsh testing = TestingSsh.with(folder, (_, _, _, _) -> 0);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            List<Future<?>> attempts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                attempts.add(threads.submit(() -> testing.connect(dead.getLocalPort())));
            }
            Future<Boolean> other =
                    threads.submit(() -> {
                        try (SshConnection connection = testing.connect()) {
                            return connection
                                    .run(TestingSsh.call("true"), new byte[0], TestingSsh.BUDGET)
                                    .ok();
                        }
                    });

            assertThat(other.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(attempts).noneMatch(Future::isDone);
            attempts.forEach(attempt -> attempt.cancel(true));
        }
    }

    private LinkFailure failure(int port) throws IOException {
        try (Ssh ssh = ssh(DEADLINE)) {
            return catchThrowableOfType(SshException.class, () -> connect(ssh, port)).failure();
        }
    }

    private static void connect(Ssh ssh, int port) throws SshException, InterruptedException {
        ssh.connect(TestingSsh.at(port), Passphrases.NONE).close();
    }

    private Ssh ssh(Duration timeout) throws IOException {
        Path key = folder.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(key);
        return new Ssh(
                new SshSettings(
                        "ops", List.of(), List.of(key), timeout, Duration.ofSeconds(15), 3));
    }

    private static ServerSocket listen(Peer peer) throws IOException {
        ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket socket = listener.accept()) {
                        peer.answer(socket.getInputStream(), socket.getOutputStream());
                    } catch (IOException e) {
                        // The client has had enough.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return listener;
    }
}
