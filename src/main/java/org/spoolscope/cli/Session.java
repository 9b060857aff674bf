package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ConfigException;
import org.spoolscope.store.ConfigFolder;
import org.spoolscope.store.ProvidersFile;
import org.spoolscope.store.ServersFile;
import org.spoolscope.store.actions.ActionJournal;

/// What the commands share in one run: the terminal, the global options, the configured servers.
final class Session {
    private final Terminal terminal;
    private final Options options;
    private final Surroundings surroundings;

    Session(Terminal terminal, Options options, Surroundings surroundings) {
        this.terminal = terminal;
        this.options = options;
        this.surroundings = surroundings;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean wantsJson() {
        return options.json;
    }

    /// Whether nothing is to be changed on any server in this run.
    boolean isReadOnly() {
        return options.readOnly;
    }

    JsonLines json() {
        return terminal.json(surroundings.zone());
    }

    InstantSource clock() {
        return surroundings.clock();
    }

    ZoneId zone() {
        return surroundings.zone();
    }

    /// The configuration folder.
    Path folder() {
        return ConfigFolder.find(
                options.config,
                surroundings.environment(),
                surroundings.system(),
                surroundings.home());
    }

    ServersFile serversFile() {
        return new ServersFile(folder());
    }

    /// All configured servers.
    List<ServerConfig> servers() throws Failure {
        ServersFile file = serversFile();
        try {
            return file.load();
        } catch (ConfigException e) {
            throw new Failure(
                    ExitStatus.USAGE, List.of(DisplayText.of(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw Failure.usage(
                    "cli.config-unreadable", file.path(), String.valueOf(e.getMessage()));
        }
    }

    /// How logs are read and judged, with the person's own rules; nothing is kept.
    LogSettings logSettings() throws Failure {
        return configured(folder ->
                LogSettings.builtIn()
                        .judging(
                                new CauseRules(CausesFile.load(folder)),
                                new Providers(ProvidersFile.load(folder))));
    }

    /// The blocklists that are known, with the person's own.
    Catalogue blocklists() throws Failure {
        return configured(BlocklistsFile::load);
    }

    /// All that is configured.
    Faces.Configured configured() throws Failure {
        return new Faces.Configured(folder(), servers(), logSettings(), blocklists());
    }

    /// What is read from the configuration folder: a mistake in it is one of usage.
    <T> T configured(Reader<T> reader) throws Failure {
        try {
            return reader.read(folder());
        } catch (ConfigException e) {
            throw new Failure(
                    ExitStatus.USAGE, List.of(DisplayText.of(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw Failure.usage("cli.config-unreadable", folder(), String.valueOf(e.getMessage()));
        }
    }

    /// Reads something from the configuration folder.
    @FunctionalInterface
    interface Reader<T> {
        T read(Path folder) throws ConfigException, IOException;
    }

    /// The server of that name; a name that is not known is answered with those that are.
    ServerConfig server(String name) throws Failure {
        List<ServerConfig> servers = servers();
        for (ServerConfig server : servers) {
            if (server.name().equals(name)) {
                return server;
            }
        }
        if (servers.isEmpty()) {
            throw new Failure(ExitStatus.USAGE, noServers());
        }
        throw Failure.usage(
                "cli.server-unknown",
                name,
                servers.stream().map(ServerConfig::name).collect(Collectors.joining(", ")),
                serversFile().path());
    }

    /// What is said where no server is configured.
    List<DisplayText> noServers() {
        return List.of(
                Words.get("cli.no-servers", serversFile().path()),
                Words.get("cli.no-servers.advice"));
    }

    /// The journal of actions, which the caller closes.
    ActionJournal journal() throws IOException {
        return ActionJournal.open(folder(), clock(), System.getProperty("user.name", ""));
    }

    /// A client that the caller closes.
    Ssh ssh() {
        return surroundings.ssh().get();
    }
}
