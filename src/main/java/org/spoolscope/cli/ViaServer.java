package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.ServerResolver;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// The resolver of a configured server, over a connection that ends with it.
record ViaServer(DnsClient client, SshConnection connection, Ssh ssh) implements DnsClient {
    /// Connects and finds the way.
    ///
    /// @throws Failure also when there is none, with what would make one
    static DnsClient open(ServerConfig server, Session session)
            throws Failure, InterruptedException {
        Ssh ssh = session.ssh();
        boolean open = false;
        try {
            SshConnection connection = new Login(ssh, session.terminal(), server).connect();
            ResolverWay way = ServerResolver.find(connection, server.name());
            if (way instanceof ResolverWay.Found(DnsClient client)) {
                open = true;
                return new ViaServer(client, connection, ssh);
            }
            String user = ServerProbe.of(connection, session.clock()).user();
            throw new Failure(ExitStatus.NOT_ALLOWED, lines(server, way.capability(user)));
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        } finally {
            if (!open) {
                ssh.close();
            }
        }
    }

    private static List<DisplayText> lines(ServerConfig server, Capability denied) {
        List<DisplayText> lines = new ArrayList<>();
        lines.add(
                Words.get(
                        "cli.about",
                        server.name(),
                        Words.get("cli.resolver.no-way", denied.evidence())));
        lines.add(Words.get("cli.doctor.grant"));
        denied.grant().lines().forEach(line -> lines.add(DisplayText.of("  " + line)));
        return lines;
    }

    @Override
    public String resolver() {
        return client.resolver();
    }

    @Override
    public CompletableFuture<DnsReply> ask(DnsQuestion question) {
        return client.ask(question);
    }

    @Override
    public void close() {
        client.close();
        connection.close();
        ssh.close();
    }
}
