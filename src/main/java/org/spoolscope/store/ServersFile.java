package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spoolscope.model.ServerConfig;

/// `servers.toml`: the configured servers. Edits keep the person's comments and layout.
public final class ServersFile {
    private final Path file;

    /// @param folder the configuration folder; created on the first write
    public ServersFile(Path folder) {
        this.file = folder.resolve("servers.toml");
    }

    public Path path() {
        return file;
    }

    /// The servers in file order; none when the file is missing.
    public List<ServerConfig> load() throws ConfigException, IOException {
        return List.of();
    }

    public void add(ServerConfig server) throws ConfigException, IOException {}

    public void replace(String name, ServerConfig server) throws ConfigException, IOException {}

    public void remove(String name) throws ConfigException, IOException {}
}
