package org.spoolscope.monitor.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.spoolscope.dns.ByteStream;
import org.spoolscope.host.HostCommands;
import org.spoolscope.host.ResolverFacts.Nameserver;
import org.spoolscope.host.ResolverFacts.Tool;
import org.spoolscope.model.Words;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Forward;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// The ways over an SSH connection on which a server's resolver can be asked.
final class RemoteStreams {
    private static final int DNS = 53;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// One run of `lookup`; the next one begins when it is used up.
    private static final Budget LOOKUP = new Budget(64 << 20, Duration.ofHours(1));

    private RemoteStreams() {}

    /// One connection that the server makes to its resolver.
    static Forward connect(SshConnection connection, Nameserver nameserver)
            throws SshException, InterruptedException {
        return connection.forward(nameserver.host(), DNS, PATIENCE);
    }

    /// All of them.
    static ByteStream.Opener forwarded(SshConnection connection, Nameserver nameserver) {
        return () -> {
            try {
                return switch (connect(connection, nameserver)) {
                    case Forward.Stream stream -> new Forwarded(stream);
                    case Forward.Forbidden _ ->
                            throw new IOException(Words.get("lookup.forbidden").toString());
                    case Forward.Failed(String why) ->
                            throw new IOException(Words.get("lookup.no-tcp", why).toString());
                };
            } catch (SshException e) {
                throw new IOException(Words.get("lookup.link-lost").toString(), e);
            }
        };
    }

    /// Runs of the command `lookup` with one of the server's programs.
    static ByteStream.Opener programs(SshConnection connection, Tool tool) {
        return () -> {
            try {
                return new Running(
                        connection.start(HostCommands.LOOKUP.call(tool.program()), LOOKUP));
            } catch (SshException e) {
                throw new IOException(Words.get("lookup.link-lost").toString(), e);
            }
        };
    }

    private record Forwarded(Forward.Stream stream) implements ByteStream {
        @Override
        public InputStream in() {
            return stream.in();
        }

        @Override
        public OutputStream out() {
            return stream.out();
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private record Running(RemoteProcess process) implements ByteStream {
        @Override
        public InputStream in() {
            return process.stdout();
        }

        @Override
        public OutputStream out() {
            return process.stdin();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
