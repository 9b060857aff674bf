package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.LogSources;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// The lines about a message from the logs of one or several servers: an id that one server's log
/// names is looked for on the others too, until nothing new turns up.
final class TracedServers implements AutoCloseable {
    /// A message that went over more servers than this is not followed to its end.
    private static final int ROUNDS = 8;

    private final Session session;
    private final Ssh ssh;
    private final List<Traced> servers = new ArrayList<>();
    private final Set<SearchedFile> said = new HashSet<>();

    private static final class Traced {
        final String name;
        final SshConnection connection;
        final ServerFacts facts;
        final RemoteTrace trace;
        Set<String> strings = Set.of();
        LogWindow lines = LogWindow.EMPTY;

        Traced(String name, SshConnection connection, ServerFacts facts, RemoteTrace trace) {
            this.name = name;
            this.connection = connection;
            this.facts = facts;
            this.trace = trace;
        }
    }

    TracedServers(Session session) {
        this.session = session;
        this.ssh = session.ssh();
    }

    /// Connects to each; to none of them when one can't be searched.
    void connect(List<ServerConfig> configured) throws Failure, InterruptedException {
        for (ServerConfig server : configured) {
            String name = server.name();
            SshConnection connection = new Login(ssh, session.terminal(), server).connect();
            try {
                ServerFacts facts = ServerProbe.of(connection, session.clock());
                List<String> logs =
                        new ReadableLogs(session.terminal(), name)
                                .files(LogSources.find(connection, server, facts));
                boolean followsHops = configured.size() > 1 || facts.instances().size() > 1;
                RemoteTrace trace =
                        new RemoteTrace(
                                connection, logs, facts.zone(), session.clock(), followsHops);
                servers.add(new Traced(name, connection, facts, trace));
            } catch (SshException e) {
                throw Failure.link(name, e.failure());
            }
        }
    }

    /// Searches all of them.
    ///
    /// @return whether that is all there is
    boolean collect(String term) throws Failure, InterruptedException {
        Set<String> strings = new LinkedHashSet<>(List.of(term));
        boolean whole = true;
        for (int round = 1; ; round++) {
            boolean grown = false;
            for (Traced server : servers) {
                if (server.strings.containsAll(strings)) {
                    continue;
                }
                try {
                    RemoteTrace.Collected found = server.trace.find(strings, this::sayProgress);
                    server.lines = found.lines();
                    server.strings = found.strings();
                    whole &= found.whole();
                } catch (SshException e) {
                    throw Failure.link(server.name, e.failure());
                }
                grown |= strings.addAll(server.strings);
            }
            if (!grown || !whole || servers.size() == 1) {
                return whole;
            }
            if (round == ROUNDS) {
                return false;
            }
        }
    }

    /// What was collected.
    List<JourneySource> sources() {
        return servers.stream().map(this::source).toList();
    }

    private JourneySource source(Traced server) {
        LogWindow lines = server.lines;
        return new JourneySource(
                server.name,
                reader -> lines.read(lines.first(), lines.end(), reader),
                () -> new LogParser(server.facts.zone(), session.clock()));
    }

    /// What is searched is said once, and what can't be.
    private void sayProgress(int round, SearchedFile file) {
        String key =
                switch (file.state()) {
                    case SEARCHING -> "cli.trace.searching";
                    case DENIED -> "cli.trace.denied";
                    case NO_TOOL -> "cli.trace.no-tool";
                    case CUT -> "cli.trace.cut";
                    case SKIPPED -> "";
                };
        if (round == 1 && !key.isEmpty() && said.add(file)) {
            session.terminal().say(Words.get(key, file.path(), file.number(), file.of()));
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.connection.close());
        ssh.close();
    }
}
