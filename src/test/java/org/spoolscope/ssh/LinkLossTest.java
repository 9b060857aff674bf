package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolscope.ssh.TestingSsh.BUDGET;
import static org.spoolscope.ssh.TestingSsh.call;

import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.channel.ChannelExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.LinkFailure;

class LinkLossTest {
    private static final int CUTS = 1000;

    private static final RemoteShell FOREVER =
            (_, _, out, _) -> {
                out.write('x');
                out.flush();
                new CountDownLatch(1).await();
                return 0;
            };

    @TempDir Path folder;

    /// Goal S11: 1,000 connections with two commands each, cut anywhere. What ended well has all
    /// its output; everything else is a lost link.
    @Test
    void aCutIsNeverTakenForTheEndOfACommand() throws Exception {
        byte[] expected = new byte[40_000];
        new Random(1).nextBytes(expected);
        Random random = new Random(2);
        int ended = 0;
        int lost = 0;
        try (TestingSsh testing = TestingSsh.with(folder, (_, _, out, _) -> print(out, expected));
                TestingProxy proxy = new TestingProxy(testing.server.port());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            testing.know(proxy.port());
            for (int i = 0; i < CUTS; i++) {
                SshConnection connection = testing.connect(proxy.port());
                proxy.cutAfter(random.nextInt(2 * expected.length));
                List<Future<Boolean>> runs = new ArrayList<>();
                for (int j = 0; j < 2; j++) {
                    runs.add(threads.submit(() -> endsWell(connection, expected)));
                }
                for (Future<Boolean> run : runs) {
                    if (run.get(20, TimeUnit.SECONDS)) {
                        ended++;
                    } else {
                        lost++;
                    }
                }
                proxy.cut();
                assertThat(connection.lost().get(20, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                LinkFailure.Lost.class, l -> assertThat(l.silent()).isFalse());
            }
        }
        assertThat(ended + lost).isEqualTo(2 * CUTS);
        assertThat(ended).isGreaterThan(100);
        assertThat(lost).isGreaterThan(100);
    }

    private static int print(OutputStream out, byte[] bytes) throws java.io.IOException {
        for (int i = 0; i < bytes.length; i += 1000) {
            out.write(bytes, i, 1000);
            out.flush();
        }
        return 0;
    }

    private static boolean endsWell(SshConnection connection, byte[] expected) throws Exception {
        try {
            Output output = connection.run(call("print"), new byte[0], BUDGET);
            assertThat(output.exit()).isEqualTo(new Exit.Status(0));
            assertThat(Arrays.equals(output.stdout(), expected)).isTrue();
            return true;
        } catch (SshException e) {
            assertThat(e.failure()).isInstanceOf(LinkFailure.Lost.class);
            return false;
        }
    }

    /// MINA makes the name of a channel's future after it has looked whether the channel is being
    /// closed, and before the channel has the future.
    @Test
    void aChannelWhoseSessionEndsWhileItIsOpenedIsALostLink() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, FOREVER);
                TestingProxy proxy = new TestingProxy(testing.server.port())) {
            testing.know(proxy.port());
            SshConnection connection = testing.connect(proxy.port());
            ChannelExec channel =
                    new ChannelExec("true", StandardCharsets.UTF_8, null, Map.of()) {
                        @Override
                        public String toString() {
                            proxy.cut();
                            close(true);
                            return "cut";
                        }
                    };

            assertThat(connection.open(channel, Duration.ofDays(1)).refusal())
                    .isInstanceOf(ClosedChannelException.class);
        }
    }

    /// Goal S9, with a shorter keep-alive.
    @Test
    void aFrozenServerIsLostAfterTheMissedKeepAlivesAndOthersAreNot() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, FOREVER, Duration.ofMillis(300));
                TestingProxy proxy = new TestingProxy(testing.server.port());
                SshConnection other = testing.connect()) {
            testing.know(proxy.port());
            SshConnection connection = testing.connect(proxy.port());
            RemoteProcess process = connection.start(call("forever"), BUDGET);
            assertThat(process.stdout().read()).isEqualTo('x');

            long start = System.nanoTime();
            proxy.freeze();

            assertThat(process.stdout().read()).isEqualTo(-1);
            assertThat(process.waitFor()).isEqualTo(new Exit.LinkLost());
            assertThat(connection.lost().get(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            LinkFailure.Lost.class, l -> assertThat(l.silent()).isTrue());
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
            assertThat(other.lost()).isNotDone();
            assertThat(other.silence()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aSilentServerThatAnswersKeepAlivesIsNotLost() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, FOREVER, Duration.ofMillis(50));
                SshConnection connection = testing.connect();
                RemoteProcess process = connection.start(call("forever"), BUDGET)) {
            assertThat(process.stdout().read()).isEqualTo('x');

            assertThatThrownBy(() -> connection.lost().get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            assertThat(connection.silence()).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void aDroppedConnectionIsLostAndCanBeMadeAgain() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, FOREVER)) {
            SshConnection connection = testing.connect();
            RemoteProcess process = connection.start(call("forever"), BUDGET);
            assertThat(process.stdout().read()).isEqualTo('x');

            testing.server.dropConnections();

            assertThat(process.waitFor()).isEqualTo(new Exit.LinkLost());
            LinkFailure why = connection.lost().get(10, TimeUnit.SECONDS);
            assertThat(why).isInstanceOf(LinkFailure.Lost.class);
            assertThatThrownBy(() -> connection.run(call("forever"), new byte[0], BUDGET))
                    .isInstanceOfSatisfying(
                            SshException.class, e -> assertThat(e.failure()).isEqualTo(why));
            testing.connect().close();
        }
    }

    @Test
    void closingIsNoLoss() throws Exception {
        try (TestingSsh testing = TestingSsh.with(folder, FOREVER)) {
            SshConnection connection = testing.connect();
            RemoteProcess process = connection.start(call("forever"), BUDGET);
            connection.close();

            assertThat(process.waitFor()).isEqualTo(new Exit.LinkLost());
            assertThat(connection.lost()).isNotDone();
        }
    }
}
