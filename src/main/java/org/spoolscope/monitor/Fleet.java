package org.spoolscope.monitor;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.Ssh;

/// All watched servers. The faces read snapshots from it and give it commands; every call returns
/// at once unless it says that it blocks.
public final class Fleet implements AutoCloseable {
    public Fleet(Ssh ssh, List<ServerConfig> servers) {}

    /// The newest snapshot of all servers.
    public FleetSnapshot snapshot() {
        return FleetSnapshot.EMPTY;
    }

    /// Calls `listener` with each new snapshot, on a thread of the monitor; it must not block. Ends
    /// with the returned subscription's `close`.
    public Subscription subscribe(Consumer<FleetSnapshot> listener) {
        return () -> {};
    }

    /// Begins to watch a server. Its name must be new.
    public void add(ServerConfig server) {}

    /// Replaces the settings of the server called `name`, and connects anew.
    public void replace(String name, ServerConfig server) {}

    /// Stops watching.
    public void remove(String name) {}

    /// Closes the link until [#resume].
    public void pause(String name) {}

    public void resume(String name) {}

    /// Tries now instead of at `retryAt`, also after a failure that waits for the person.
    public void reconnect(String name) {}

    /// Lists the queue of a server as soon as the 5 % rule allows.
    public void listNow(String name) {}

    /// Appends the key that was shown to known_hosts and connects. Blocks for a file write.
    public void acceptHostKey(String name, LinkFailure.HostKeyUnknown shown) throws IOException {}

    /// Keeps a key's passphrase in memory for this run and reconnects the servers that wait for it.
    /// The array is wiped.
    public void passphrase(String keyFile, char[] passphrase) {}

    /// Connects to a server that is not (or not yet) watched, and says what its account can do.
    /// Blocks for up to a minute; interruption cancels.
    public ConnectionTest test(ServerConfig server) throws InterruptedException {
        throw new InterruptedException();
    }

    @Override
    public void close() {}

    /// A running subscription.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
