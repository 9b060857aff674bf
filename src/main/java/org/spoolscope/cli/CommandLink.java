package org.spoolscope.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// The way to a server for one command: connected at first, and again when the link is lost. The
/// person is asked at the first time only.
final class CommandLink implements ServerLink, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Session session;
    private final ServerConfig config;
    private final Ssh ssh;
    private Ground ground;

    private CommandLink(Session session, ServerConfig config, Ssh ssh, Ground ground) {
        this.session = session;
        this.config = config;
        this.ssh = ssh;
        this.ground = ground;
    }

    /// @throws Failure with the link's sentence
    static CommandLink to(ServerConfig config, Session session)
            throws Failure, InterruptedException {
        Ssh ssh = session.ssh();
        try {
            SshConnection connection = new Login(ssh, session.terminal(), config).connect();
            return new CommandLink(session, config, ssh, probe(connection, session));
        } catch (SshException e) {
            ssh.close();
            throw Failure.link(config.name(), e.failure());
        } catch (Failure | InterruptedException | RuntimeException e) {
            ssh.close();
            throw e;
        }
    }

    private static Ground probe(SshConnection connection, Session session)
            throws SshException, InterruptedException {
        return new Ground(connection, ServerProbe.of(connection, session.clock()));
    }

    @Override
    public ServerConfig config() {
        return config;
    }

    /// The present connection.
    synchronized Ground now() {
        return ground;
    }

    @Override
    public synchronized Optional<Ground> ground(@Nullable Ground lost, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (ground.equals(lost)) {
            try {
                ground = probe(ssh.connect(config, _ -> null), session);
            } catch (SshException e) {
                if (System.nanoTime() > end) {
                    return Optional.empty();
                }
                Sleeper.REAL.sleep(PAUSE);
            }
        }
        return Optional.of(ground);
    }

    @Override
    public void close() {
        now().connection().close();
        ssh.close();
    }
}
