package org.spoolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.SampleParser;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.postfix.Listed;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.Probe;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Output;
import org.spoolscope.ssh.Passphrases;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

class DemoFleetTest {
    private static final Budget BUDGET = new Budget(64 << 20, Duration.ofSeconds(30));
    private static final InstantSource STILL =
            InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    void isReachedOverRealSsh() throws Exception {
        try (DemoFleet fleet = DemoFleet.start(42, 3, 1, STILL);
                Ssh ssh = new Ssh(fleet.settings())) {
            assertThat(fleet.servers())
                    .extracting(ServerConfig::name)
                    .containsExactly("mail1", "mail2", "mail3");
            for (ServerConfig server : fleet.servers()) {
                try (SshConnection connection = ssh.connect(server, Passphrases.NONE)) {
                    Output probed =
                            connection.run(PostfixCommands.PROBE.call(), new byte[0], Budget.SMALL);
                    assertThat(probed.ok()).isTrue();
                    Probe probe = Probe.parse(probed.text(), Instant.EPOCH);
                    assertThat(probe.facts().hostName()).startsWith(server.name() + ".");
                    Output listing =
                            connection.run(
                                    PostfixCommands.LIST_JSON.call("/etc/postfix"),
                                    new byte[0],
                                    BUDGET);
                    Listed listed =
                            PostqueueJson.readAll("-", new ByteArrayInputStream(listing.stdout()));
                    assertThat(listed.notUnderstood()).isZero();
                    assertThat(listed.messages())
                            .isNotEmpty()
                            .isEqualTo(fleet.host(server.name()).host().queue("/etc/postfix"));
                }
            }
        }
    }

    @Test
    void samplesFrameByFrame() throws Exception {
        try (DemoFleet fleet = DemoFleet.start(42, 2, 1, STILL);
                Ssh ssh = new Ssh(fleet.settings());
                SshConnection connection =
                        ssh.connect(fleet.servers().getLast(), Passphrases.NONE);
                RemoteProcess sampler =
                        connection.start(HostCommands.SAMPLE.call("/var/spool/postfix"), BUDGET)) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(sampler.stdout(), StandardCharsets.UTF_8));
            SampleParser parser = new SampleParser();
            int samples = 0;
            for (int i = 0; i < 3; i++) {
                sampler.stdin().write("d\n".getBytes(StandardCharsets.UTF_8));
                sampler.stdin().flush();
                HostSample sample = null;
                while (sample == null) {
                    sample = parser.accept(lines.readLine(), STILL.instant());
                }
                samples++;
            }
            assertThat(samples).isEqualTo(3);
            assertThat(parser.header().cpus()).isEqualTo(2);
        }
    }

    @Test
    void theLinkIsLostAndFoundAgain() throws Exception {
        try (DemoFleet fleet = DemoFleet.start(7, 1, 1);
                Ssh ssh = new Ssh(fleet.settings())) {
            ServerConfig mail1 = fleet.servers().getFirst();
            DemoServer host = fleet.host("mail1");
            try (SshConnection connection = ssh.connect(mail1, Passphrases.NONE)) {
                host.inject(Fault.LOSE_LINK);
                assertThat(connection.lost().get(10, TimeUnit.SECONDS))
                        .isInstanceOf(LinkFailure.Lost.class);
            }
            assertThatThrownBy(() -> ssh.connect(mail1, Passphrases.NONE))
                    .isInstanceOf(SshException.class);
            host.clear(Fault.LOSE_LINK);
            ssh.connect(mail1, Passphrases.NONE).close();

            host.changeHostKey();
            assertThatThrownBy(() -> ssh.connect(mail1, Passphrases.NONE))
                    .isInstanceOfSatisfying(
                            SshException.class,
                            e ->
                                    assertThat(e.failure())
                                            .isInstanceOf(LinkFailure.HostKeyChanged.class));
        }
    }

    @Test
    void aForgottenKeyIsAskedAbout() throws Exception {
        try (DemoFleet fleet = DemoFleet.start(7, 2, 1)) {
            fleet.forgetHostKey("mail2");
            try (Ssh ssh = new Ssh(fleet.settings())) {
                ssh.connect(fleet.servers().getFirst(), Passphrases.NONE).close();
                assertThatThrownBy(() -> ssh.connect(fleet.servers().getLast(), Passphrases.NONE))
                        .isInstanceOfSatisfying(
                                SshException.class,
                                e ->
                                        assertThat(e.failure())
                                                .isInstanceOf(LinkFailure.HostKeyUnknown.class));
            }
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path folder;
        try (DemoFleet fleet = DemoFleet.start(7, 4, 1)) {
            Path knownHosts = fleet.settings().knownHosts().getFirst();
            folder = knownHosts.getParent();
            assertThat(Files.readAllLines(knownHosts)).hasSize(4);
            assertThat(Path.of(String.valueOf(fleet.servers().getFirst().identity())))
                    .hasParent(folder);
        }
        assertThat(folder).doesNotExist();
    }
}
