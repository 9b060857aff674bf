package org.spoolscope.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.spoolscope.demo.play.DemoShell;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.ssh.EmbeddedSshServer;

/// One host of the demo fleet: the simulation and the SSH server in front of it. Tests reach it to
/// put troubles in. Safe for any thread.
public final class DemoServer implements AutoCloseable {
    private final SimulatedHost host;
    private final EmbeddedSshServer ssh;

    private DemoServer(SimulatedHost host, EmbeddedSshServer ssh) {
        this.host = host;
        this.ssh = ssh;
    }

    static DemoServer start(SimulatedHost host, String authorizedKey) throws IOException {
        return new DemoServer(host, EmbeddedSshServer.start(0, authorizedKey, new DemoShell(host)));
    }

    public String name() {
        return host.profile().name();
    }

    /// The truth about the host, to compare with what Spoolscope shows.
    public SimulatedHost host() {
        return host;
    }

    public int port() {
        return ssh.port();
    }

    /// The host key as it stands in known_hosts: `ssh-ed25519 AAAA…`.
    public String hostKey() {
        return ssh.hostKey();
    }

    /// Puts a trouble into the host, as of now.
    public void inject(Fault fault) {
        host.inject(fault);
        if (fault == Fault.LOSE_LINK) {
            ssh.stop();
        }
    }

    /// Takes it out again.
    public void clear(Fault fault) {
        host.clear(fault);
        if (fault == Fault.LOSE_LINK) {
            try {
                ssh.resume();
            } catch (IOException e) {
                throw new UncheckedIOException("port " + ssh.port() + " is taken meanwhile", e);
            }
        }
    }

    /// Cuts all connections once; the server goes on listening.
    public void dropConnections() {
        ssh.dropConnections();
    }

    /// Shows another host key to whoever connects from now on, and cuts those who are connected.
    public void changeHostKey() throws IOException {
        ssh.changeHostKey();
        ssh.dropConnections();
    }

    @Override
    public void close() {
        ssh.close();
    }
}
