package org.spoolscope.monitor.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.ssh.RemoteNet;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import org.spoolscope.ssh.TestingSsh;

/// The way to a server's resolver, over real SSH.
@Timeout(20)
class ServerResolverTest {
    private static final DnsQuestion QUESTION =
            new DnsQuestion("2.0.0.127.bl.example", DnsQuestion.Type.A);
    private static final DnsReply LISTED =
            new DnsReply.Records(List.of("127.0.0.2"), Duration.ofMinutes(5));

    @TempDir Path folder;
    private final TestingDns dns = TestingDns.start().blocklist("bl.example");
    private String facts =
            """
            tool\tdig
            conf\tnameserver 192.0.2.53
            conf\tnameserver 2001:db8::53
            """;
    private TestingSsh testing;
    private SshConnection connection;

    @BeforeEach
    void start() throws Exception {
        testing = TestingSsh.with(folder, (line, in, out, _) -> shell(line, in, out));
        connection = testing.connect();
    }

    @AfterEach
    void stop() {
        connection.close();
        testing.close();
        dns.close();
    }

    @Test
    void isForwardingWhereTheServerForwards() throws Exception {
        testing.server.forward((host, port) -> to("192.0.2.53", host, port));

        try (DnsClient client = found()) {
            assertThat(client.resolver()).isEqualTo("192.0.2.53 of mail1, through SSH");
            assertThat(client.ask(QUESTION).join()).isEqualTo(LISTED);
        }
        assertThat(dns.countOverTcp()).isEqualTo(dns.count());
    }

    @Test
    void isTheNextResolverWhereTheFirstTakesNoConnection() throws Exception {
        InetSocketAddress closed = new InetSocketAddress(dns.address().getAddress(), 1);
        testing.server.forward((host, _) -> host.equals("2001:db8::53") ? dns.address() : closed);

        try (DnsClient client = found()) {
            assertThat(client.resolver()).isEqualTo("2001:db8::53 of mail1, through SSH");
            assertThat(client.ask(QUESTION).join()).isEqualTo(LISTED);
        }
    }

    @Test
    void isTheServersDigWhereForwardingIsForbidden() throws Exception {
        testing.server.forward(RemoteNet.FORBIDDEN);

        try (DnsClient client = found()) {
            assertThat(client.resolver()).isEqualTo("dig on mail1");
            assertThat(client.ask(QUESTION).join()).isEqualTo(LISTED);
        }
        assertThat(dns.count()).isZero();
    }

    @Test
    void isTheServersDigWhereTheResolverDoesNotAnswerOverTcp() throws Exception {
        dns.name("localhost", TestingAnswer.silent());
        facts = "tool\tdig\nconf\tnameserver 192.0.2.53\n";
        testing.server.forward((host, port) -> to("192.0.2.53", host, port));

        try (DnsClient client = found()) {
            assertThat(client.resolver()).isEqualTo("dig on mail1");
        }
    }

    @Test
    void isNoneWhereThereIsNone() throws Exception {
        facts = "conf\tnameserver fe80::1%eth0\n";

        ResolverWay way = ServerResolver.find(connection, "mail1");
        assertThat(way).isInstanceOf(ResolverWay.None.class);
        assertThat(way.capability("ops").evidence())
                .isEqualTo(
                        "fe80::1%eth0 of mail1, through SSH: sshd forwards nothing for this"
                                + " account; none of dig, drill and host is installed");
        assertThat(way.capability("ops").grant())
                .isEqualTo(
                        """
                        apt-get install bind9-dnsutils
                        # /etc/ssh/sshd_config
                        Match User ops
                            AllowTcpForwarding local
                            PermitOpen [fe80::1%eth0]:53\
                        """);
    }

    @Test
    void endsWithTheConnection() throws Exception {
        dns.zone("silent.example", TestingAnswer.silent());
        testing.server.forward((host, port) -> to("192.0.2.53", host, port));
        try (DnsClient client = found()) {
            var open = client.ask(new DnsQuestion("x.silent.example", DnsQuestion.Type.A));
            while (dns.asked("silent.example").isEmpty()) {
                Thread.onSpinWait();
            }
            connection.close();

            assertThat(open.join()).isInstanceOf(DnsReply.Unreachable.class);
            assertThat(client.ask(QUESTION).join()).isInstanceOf(DnsReply.Unreachable.class);
        }
    }

    @Test
    void aLostLinkIsSaidSo() {
        testing.server.forward((host, port) -> to("192.0.2.53", host, port));
        testing.server.dropConnections();
        connection.lost().join();

        assertThatThrownBy(() -> ServerResolver.find(connection, "mail1"))
                .isInstanceOf(SshException.class);
    }

    private DnsClient found() throws Exception {
        ResolverWay way = ServerResolver.find(connection, "mail1");
        assertThat(way).isInstanceOf(ResolverWay.Found.class);
        return ((ResolverWay.Found) way).client();
    }

    private @Nullable InetSocketAddress to(String resolver, String host, int port) {
        return host.equals(resolver) && port == 53 ? dns.address() : null;
    }

    /// Knows the commands `resolver` and `lookup`; its dig finds every test entry.
    private int shell(String line, InputStream in, OutputStream out) throws IOException {
        if (line.contains("spoolscope-resolver")) {
            out.write(facts.getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        assertThat(line).endsWith("spoolscope-lookup 'dig'");
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String asked = questions.readLine(); asked != null; asked = questions.readLine()) {
            String[] question = asked.split(" ");
            out.write(
                    """
                    %1$s:;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
                    %1$s:;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
                    %1$s:;; ANSWER SECTION:
                    %1$s:%2$s. 300 IN A 127.0.0.2
                    %1$s=0
                    """
                            .formatted(question[0], question[2])
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return 0;
    }
}
