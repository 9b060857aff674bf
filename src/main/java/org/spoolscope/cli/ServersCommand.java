package org.spoolscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import picocli.CommandLine.Command;

/// `servers`: the configured servers, as they are configured.
@Command(name = "servers")
final class ServersCommand implements Callable<Integer> {
    private final Session session;

    ServersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure {
        List<ServerConfig> servers = session.servers();
        if (session.wantsJson()) {
            JsonLines json = session.json();
            servers.forEach(server -> json.line(line -> write(line, server)));
        } else {
            print(servers);
        }
        if (servers.isEmpty()) {
            session.noServers().forEach(session.terminal()::say);
        }
        return ExitStatus.OK;
    }

    private void print(List<ServerConfig> servers) {
        Table table =
                new Table(
                        session.terminal(),
                        List.of(
                                Column.text("cli.column.name"),
                                Column.text("cli.column.host"),
                                Column.text("cli.column.user"),
                                Column.number("cli.column.port"),
                                Column.text("cli.column.instance"),
                                Column.text("cli.column.tags")));
        for (ServerConfig server : servers) {
            table.row(
                    Painted.foreign(server.name()),
                    Painted.foreign(server.host()),
                    said(server.user()),
                    said(server.port()),
                    said(server.instance()),
                    Painted.foreign(String.join(", ", server.tags())));
        }
        table.flush();
    }

    private static Painted said(@Nullable Object value) {
        return value == null ? Painted.plain(DisplayText.EMPTY) : Painted.foreign(value.toString());
    }

    private static void write(JsonLines.Members line, ServerConfig server) {
        line.text("name", server.name())
                .text("host", server.host())
                .text("user", server.user())
                .number("port", server.port())
                .text("identity", server.identity())
                .text("jump", server.jump())
                .text("log", server.log())
                .text("instance", server.instance())
                .texts("addresses", server.addresses())
                .texts("tags", server.tags())
                .text(
                        "elevate",
                        server.elevate() == null
                                ? null
                                : server.elevate().name().toLowerCase(Locale.ROOT));
        if (server.readOnly()) {
            line.flag("read_only", true);
        }
    }
}
