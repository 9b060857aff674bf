package org.spoolscope.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Keeps one server connected: connects, hands the connection to a session, notices silence and
/// loss, waits and connects again. Failures that need a person (an unknown key, a refused login)
/// are not retried by themselves: servers punish repeated failed logins.
final class LinkKeeper {
    /// What a person can ask for.
    enum Wish {
        CONNECT,
        PAUSE
    }

    /// What is done with a connection while it is up.
    @FunctionalInterface
    interface SessionStarter {
        /// Starts the work on the connection; closing the result ends it.
        AutoCloseable start(SshConnection connection, Heartbeat heartbeat)
                throws SshException, InterruptedException;
    }

    private static final System.Logger LOG = System.getLogger(LinkKeeper.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ServerConfig config;
    private final Ssh ssh;
    private final PassphraseVault passphrases;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Duration silentAfter;
    private final SessionStarter sessions;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();

    LinkKeeper(
            ServerConfig config,
            Ssh ssh,
            PassphraseVault passphrases,
            Inbox inbox,
            InstantSource clock,
            Backoff backoff,
            Duration silentAfter,
            SessionStarter sessions) {
        this.config = config;
        this.ssh = ssh;
        this.passphrases = passphrases;
        this.inbox = inbox;
        this.clock = clock;
        this.backoff = backoff;
        this.silentAfter = silentAfter;
        this.sessions = sessions;
    }

    /// May be called from any thread.
    void wish(Wish wish) {
        wishes.add(wish);
    }

    /// Runs until interrupted.
    void run() throws InterruptedException {
        int attempt = 0;
        Instant downSince = clock.instant();
        while (true) {
            attempt++;
            post(new Link.Connecting(attempt, downSince));
            LinkFailure failure;
            try (SshConnection connection = ssh.connect(config, passphrases)) {
                Heartbeat heartbeat = new Heartbeat();
                try (AutoCloseable _ = sessions.start(connection, heartbeat)) {
                    attempt = 0;
                    failure = watch(connection, heartbeat);
                }
                downSince = clock.instant();
            } catch (SshException e) {
                failure = e.failure();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                // A bug of ours or of a library must not leave a server that connects for ever.
                LOG.log(System.Logger.Level.WARNING, config.name(), e);
                failure = new LinkFailure.Lost(false, e.toString());
            }
            boolean paused =
                    failure == null
                            ? awaitResume()
                            : awaitRetry(failure, downSince, Math.max(1, attempt));
            if (paused) {
                attempt = 0;
                downSince = clock.instant();
            }
        }
    }

    /// Watches a connection until it is lost (the failure) or a pause is wished for (null).
    private @Nullable LinkFailure watch(SshConnection connection, Heartbeat heartbeat)
            throws InterruptedException {
        Instant since = clock.instant();
        post(new Link.Online(since, null));
        var _ = connection.lost().thenRun(() -> wishes.add(Wish.CONNECT));
        boolean silent = false;
        while (true) {
            Wish wish = wishes.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (connection.lost().isDone()) {
                return connection.lost().join();
            }
            if (wish == Wish.PAUSE) {
                return null;
            }
            boolean silentNow = heartbeat.isSilentFor(silentAfter);
            if (silentNow && !silent) {
                post(new Link.Silent(since));
            }
            silent = silentNow;
        }
    }

    /// Waits for the time of the next attempt or a wish.
    ///
    /// @return whether it was paused in between
    private boolean awaitRetry(LinkFailure failure, Instant since, int attempts)
            throws InterruptedException {
        wishes.removeIf(wish -> wish == Wish.CONNECT);
        if (!failure.retries()) {
            post(new Link.Down(failure, since, attempts, null));
            return wishes.take() == Wish.PAUSE && awaitResume();
        }
        Duration pause = backoff.after(attempts);
        post(new Link.Down(failure, since, attempts, clock.instant().plus(pause)));
        Wish wish = wishes.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        return wish == Wish.PAUSE && awaitResume();
    }

    private boolean awaitResume() throws InterruptedException {
        post(new Link.Paused());
        while (wishes.take() != Wish.CONNECT) {}
        return true;
    }

    private void post(Link link) throws InterruptedException {
        inbox.post(new Observation.LinkChanged(link));
    }
}
