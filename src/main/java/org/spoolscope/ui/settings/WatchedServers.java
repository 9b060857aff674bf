package org.spoolscope.ui.settings;

import java.io.IOException;
import java.util.List;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.store.ConfigException;
import org.spoolscope.store.ServersFile;

/// The servers of `servers.toml` and of the running fleet, kept alike: the file is written first,
/// so that a file that can't be written leaves the fleet as it was.
public final class WatchedServers implements ServerRegistry {
    private final Fleet fleet;
    private final ServersFile file;

    public WatchedServers(Fleet fleet, ServersFile file) {
        this.fleet = fleet;
        this.file = file;
    }

    @Override
    public List<String> names() {
        return fleet.snapshot().servers().stream().map(ServerSnapshot::name).toList();
    }

    @Override
    public ConnectionTest test(ServerConfig server) throws InterruptedException {
        return fleet.test(server);
    }

    @Override
    public void trust(String name, LinkFailure.HostKeyUnknown shown) throws IOException {
        fleet.acceptHostKey(name, shown);
    }

    @Override
    public void passphrase(String keyFile, char[] passphrase) {
        fleet.passphrase(keyFile, passphrase);
    }

    @Override
    public void add(ServerConfig server) throws ConfigException, IOException {
        file.add(server);
        fleet.add(server);
    }

    @Override
    public void replace(String name, ServerConfig server) throws ConfigException, IOException {
        file.replace(name, server);
        fleet.replace(name, server);
    }

    @Override
    public void remove(String name) throws ConfigException, IOException {
        file.remove(name);
        fleet.remove(name);
    }
}
