package org.spoolscope.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.ssh.Ssh;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch [SERVER...]`: one line per server and interval.
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "SERVER", descriptionKey = "cli.parameter.servers")
    private List<String> names = List.of();

    @Option(names = "--every", paramLabel = "2s", descriptionKey = "cli.option.every")
    private Duration every = Duration.ofSeconds(2);

    @Option(names = "--for", paramLabel = "1m", descriptionKey = "cli.option.for")
    private @Nullable Duration span;

    private final Session session;
    private final Map<String, LinkFailure> said = new HashMap<>();

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        List<ServerConfig> servers = chosen();
        WatchReport report =
                session.wantsJson()
                        ? new WatchJson(session.json())
                        : new WatchRows(session.terminal(), session.zone());
        try (Ssh ssh = session.ssh();
                Fleet fleet =
                        Fleet.watching(
                                ssh,
                                servers,
                                session.logSettings(),
                                ListSettings.of(session.blocklists()))) {
            long ticks = span == null ? Long.MAX_VALUE : Math.max(1, span.dividedBy(every));
            for (long i = 0; i < ticks; i++) {
                Sleeper.REAL.sleep(every);
                FleetSnapshot now = fleet.snapshot();
                now.servers().forEach(this::sayTrouble);
                report.print(now);
                session.terminal().flush();
            }
            return fleet.snapshot().servers().stream().allMatch(server -> server.link().isUp())
                    ? ExitStatus.OK
                    : ExitStatus.NOT_CONNECTED;
        }
    }

    private List<ServerConfig> chosen() throws Failure {
        List<ServerConfig> all = session.servers();
        if (all.isEmpty()) {
            throw new Failure(ExitStatus.USAGE, session.noServers());
        }
        if (names.isEmpty()) {
            return all;
        }
        List<ServerConfig> chosen = new ArrayList<>();
        for (String name : names) {
            ServerConfig server = session.server(name);
            if (!chosen.contains(server)) {
                chosen.add(server);
            }
        }
        return chosen;
    }

    /// Why a server is down, once per reason.
    private void sayTrouble(ServerSnapshot server) {
        if (!(server.link() instanceof Link.Down down)) {
            said.remove(server.name());
            return;
        }
        if (!down.failure().equals(said.put(server.name(), down.failure()))) {
            Failure.link(server.name(), down.failure()).lines().forEach(session.terminal()::say);
            if (!down.failure().retries()) {
                session.terminal().say(Words.get("cli.watch.how", server.name()));
            }
        }
    }
}
