package org.spoolscope.ui.settings;

import java.io.IOException;
import java.util.List;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.store.ConfigException;

/// What the dialogs do to the configured servers. Every method but [#names] blocks and belongs on a
/// background thread.
public interface ServerRegistry {
    /// The names in use.
    List<String> names();

    /// Connects to a server that need not be saved. Takes up to a minute; interruption cancels.
    ConnectionTest test(ServerConfig server) throws InterruptedException;

    /// Puts exactly the key that was shown on file.
    void trust(String name, LinkFailure.HostKeyUnknown shown) throws IOException;

    /// Keeps a passphrase in memory for this run. The array is wiped.
    void passphrase(String keyFile, char[] passphrase);

    /// Saves a new server and begins to watch it.
    void add(ServerConfig server) throws ConfigException, IOException;

    /// Saves other settings for the server called `name` and connects anew.
    void replace(String name, ServerConfig server) throws ConfigException, IOException;

    /// Forgets a server. Nothing on the server itself is touched.
    void remove(String name) throws ConfigException, IOException;
}
