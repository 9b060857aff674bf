package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goals S18 and S1: what our SSH_MSG_KEXINIT (RFC 4253 section 7.1) offers, read off the wire.
class KeyExchangeProposalTest {
    @TempDir Path folder;

    @Test
    void nothingWeakAndPostQuantumFirst() throws Exception {
        List<List<String>> offered = proposal("");

        List<String> keyExchanges = offered.get(0);
        assertThat(keyExchanges)
                .startsWith("mlkem768x25519-sha256", "sntrup761x25519-sha512")
                .contains("curve25519-sha256", "kex-strict-c-v00@openssh.com", "ext-info-c");
        assertThat(offered.get(1))
                .containsExactly(
                        "ssh-ed25519",
                        "ecdsa-sha2-nistp256",
                        "ecdsa-sha2-nistp384",
                        "ecdsa-sha2-nistp521",
                        "rsa-sha2-512",
                        "rsa-sha2-256");
        for (int ciphers : new int[] {2, 3}) {
            assertThat(offered.get(ciphers))
                    .startsWith("aes128-gcm@openssh.com", "aes256-gcm@openssh.com")
                    .noneMatch(name -> name.contains("cbc") || name.contains("3des"));
        }
        for (int compressions : new int[] {6, 7}) {
            assertThat(offered.get(compressions)).containsExactly("none");
        }
        assertThat(offered.stream().flatMap(List::stream))
                .noneMatch(name -> name.contains("sha1") || name.contains("md5"))
                .doesNotContain("ssh-rsa", "ssh-dss");
    }

    @Test
    void knownKeyTypesComeFirst() throws Exception {
        String rsa = "AAAAB3NzaC1yc2EAAAADAQABAAAACQDTG8uIFCpkvw==";

        assertThat(proposal(" ssh-rsa " + rsa).get(1))
                .startsWith("rsa-sha2-512", "rsa-sha2-256", "ssh-ed25519");
    }

    @Test
    void certificatesOnlyWithAnAuthorityOnFile() throws Exception {
        String ed25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIBgQl2RgD/FjfWQZPIMSO2rl5u2fUaEYU0wmoUflfCVS";

        assertThat(proposal(" ssh-ed25519 " + ed25519).get(1))
                .noneMatch(name -> name.contains("cert"));
        assertThat(proposal("@cert-authority", " ssh-ed25519 " + ed25519).get(1))
                .startsWith("ssh-ed25519-cert-v01@openssh.com");
    }

    private List<List<String>> proposal(String known) throws Exception {
        return proposal("", known);
    }

    /// The ten name lists of the client's KEXINIT.
    private List<List<String>> proposal(String marker, String known) throws Exception {
        CompletableFuture<List<List<String>>> seen = new CompletableFuture<>();
        Path knownHosts = folder.resolve("known_hosts");
        Path key = folder.resolve("id_ed25519");
        EmbeddedSshServer.writeKeyPair(key);
        SshSettings settings =
                new SshSettings(
                        "ops",
                        List.of(knownHosts),
                        List.of(key),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        3);
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Ssh ssh = new Ssh(settings)) {
            Thread.ofVirtual().start(() -> answer(listener, seen));
            if (!known.isEmpty()) {
                Files.writeString(
                        knownHosts,
                        (marker + " [127.0.0.1]:" + listener.getLocalPort() + known).strip());
            }
            assertThatThrownBy(() ->
                            ssh.connect(TestingSsh.at(listener.getLocalPort()), Passphrases.NONE))
                    .isInstanceOf(SshException.class);
            return seen.get(10, TimeUnit.SECONDS);
        }
    }

    private static void answer(ServerSocket listener, CompletableFuture<List<List<String>>> seen) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.UTF_8));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (in.read() != '\n') {
                // The client's identification.
            }
            in.skipNBytes(4 + 1 + 1 + 16);
            List<List<String>> lists = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                byte[] names = in.readNBytes(in.readInt());
                lists.add(List.of(new String(names, StandardCharsets.UTF_8).split(",")));
            }
            seen.complete(lists);
        } catch (Exception e) {
            seen.completeExceptionally(e);
        }
    }
}
