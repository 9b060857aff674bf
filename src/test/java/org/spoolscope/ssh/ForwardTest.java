package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.LinkFailure;

/// A TCP connection that the server makes for us.
@Timeout(20)
class ForwardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir Path folder;
    private ServerSocket target;
    private TestingSsh testing;
    private SshConnection connection;

    @BeforeEach
    void start() throws Exception {
        target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        testing = TestingSsh.with(folder, (_, _, _, _) -> 0);
        testing.server.forward((host, port) ->
                host.equals("resolver.example") && port == 53
                        ? new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), target.getLocalPort())
                        : null);
        connection = testing.connect();
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        testing.close();
        target.close();
    }

    @Test
    void carriesBytesBothWays() throws Exception {
        try (Forward.Stream stream = open();
                Socket accepted = target.accept()) {
            stream.out().write(TestingSsh.bytes("question"));
            stream.out().flush();
            assertThat(accepted.getInputStream().readNBytes(8))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("question");

            accepted.getOutputStream().write(TestingSsh.bytes("answer"));
            accepted.shutdownOutput();
            assertThat(stream.in().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("answer");
        }
    }

    @Test
    void closedHereItIsClosedThereAndNothingElseIs() throws Exception {
        try (Socket accepted = closedStream()) {
            assertThat(accepted.getInputStream().read()).isNegative();
        }
        assertThat(connection.run(TestingSsh.call("true"), new byte[0], TestingSsh.BUDGET).ok())
                .isTrue();
    }

    private Socket closedStream() throws Exception {
        try (Forward.Stream stream = open()) {
            assertThat(stream.in().available()).isZero();
            return target.accept();
        }
    }

    @Test
    void whatIsNotAllowedIsForbidden() throws Exception {
        assertThat(connection.forward("other.example", 53, PATIENCE))
                .isInstanceOf(Forward.Forbidden.class);
        testing.server.forward(RemoteNet.FORBIDDEN);
        assertThat(connection.forward("resolver.example", 53, PATIENCE))
                .isInstanceOfSatisfying(
                        Forward.Forbidden.class,
                        forbidden -> assertThat(forbidden.why()).isNotBlank());
    }

    @Test
    void whereNothingListensItFails() throws Exception {
        target.close();

        assertThat(connection.forward("resolver.example", 53, PATIENCE))
                .isInstanceOf(Forward.Failed.class);
    }

    @Test
    void aLostLinkIsSaidSo() throws Exception {
        try (Forward.Stream stream = open();
                Socket accepted = target.accept()) {
            testing.server.dropConnections();
            assertThat(connection.lost().join()).isInstanceOf(LinkFailure.Lost.class);

            assertThat(ends(stream)).isTrue();
            assertThat(accepted.getInputStream().read()).isNegative();
            assertThat(
                            catchThrowableOfType(
                                            SshException.class,
                                            () -> connection.forward("h", 53, PATIENCE))
                                    .failure())
                    .isInstanceOf(LinkFailure.Lost.class);
        }
    }

    @Test
    void endsWithItsConnection() throws Exception {
        try (Forward.Stream stream = open();
                Socket accepted = target.accept()) {
            connection.close();

            assertThat(ends(stream)).isTrue();
            assertThat(accepted.getInputStream().read()).isNegative();
        }
    }

    @Test
    void readingIsInterruptible() throws Exception {
        try (Forward.Stream stream = open();
                Socket accepted = target.accept()) {
            assertThat(accepted.isConnected()).isTrue();
            CompletableFuture<Throwable> seen = new CompletableFuture<>();
            Thread reader =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    seen.completeExceptionally(
                                            new AssertionError(stream.in().read()));
                                } catch (IOException e) {
                                    seen.complete(e);
                                }
                            });
            reader.interrupt();

            assertThat(seen.join()).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void whatComesAndIsNotReadIsBounded() throws Exception {
        try (Forward.Stream stream = open();
                Socket accepted = target.accept()) {
            CompletableFuture<Long> sent = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(() -> {
                        byte[] some = new byte[64 << 10];
                        try {
                            for (int i = 0; i < 1024; i++) {
                                accepted.getOutputStream().write(some);
                            }
                            sent.complete(64L << 20);
                        } catch (IOException e) {
                            sent.completeExceptionally(e);
                        }
                    });
            long read = 0;
            byte[] taken = new byte[8 << 10];
            while (read < 64L << 20) {
                assertThat(stream.in().available()).isLessThanOrEqualTo(256 << 10);
                read += stream.in().read(taken);
            }
            assertThat(sent.join()).isEqualTo(read);
        }
    }

    private Forward.Stream open() throws Exception {
        Forward forward = connection.forward("resolver.example", 53, PATIENCE);
        assertThat(forward).isInstanceOf(Forward.Stream.class);
        return (Forward.Stream) forward;
    }

    /// Whether reading comes to an end, as end of file or as an error.
    private static boolean ends(Forward.Stream stream) {
        try {
            return stream.in().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
