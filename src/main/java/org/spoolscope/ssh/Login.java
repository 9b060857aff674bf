package org.spoolscope.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.common.AttributeRepository;
import org.spoolscope.model.LinkFailure.NotReached;

/// Name lookup, TCP, key exchange, host key check and login, under one deadline.
final class Login {
    private final SshClient client;
    private final Attempt attempt;
    private final Identities.Offer offer;
    private final long deadline;

    Login(SshClient client, Attempt attempt, Identities.Offer offer, Duration timeout) {
        this.client = client;
        this.attempt = attempt;
        this.offer = offer;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    WatchedSession run() throws SshException, InterruptedException {
        InetAddress[] addresses = addresses();
        SshException failed = null;
        for (int i = 0; i < addresses.length; i++) {
            WatchedSession session;
            try {
                session = connect(addresses[i], remaining() / (addresses.length - i));
            } catch (SshException e) {
                if (attempt.objection() != null) {
                    throw e;
                }
                failed = failed == null || isNoRoute(failed) ? e : failed;
                continue;
            }
            return authenticate(session);
        }
        throw failed == null ? new SshException(Diagnosis.nameNotFound(target())) : failed;
    }

    /// As of an IPv6 address where there is no IPv6: the failure of another address says more.
    private static boolean isNoRoute(SshException e) {
        return e.failure() instanceof NotReached reached
                && reached.cause() == NotReached.Cause.NO_ROUTE;
    }

    /// On a thread of its own: the system's resolver knows neither deadline nor interruption.
    private InetAddress[] addresses() throws SshException, InterruptedException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("ssh-resolve-" + target().host())
                .start(() -> {
                    try {
                        answer.complete(InetAddress.getAllByName(target().host()));
                    } catch (UnknownHostException | RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get(remaining(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new SshException(Diagnosis.nameNotFound(target()));
        } catch (TimeoutException e) {
            throw new SshException(Diagnosis.timedOut(target(), "ssh.no-name-answer"));
        }
    }

    private WatchedSession connect(InetAddress address, long nanos)
            throws SshException, InterruptedException {
        HostConfigEntry entry =
                new HostConfigEntry("", address.getHostAddress(), target().port(), target().user());
        attempt.over(null);
        ConnectFuture future;
        try {
            future =
                    client.connect(
                            entry,
                            AttributeRepository.ofKeyValuePair(WatchedSession.ATTEMPT, attempt),
                            null);
        } catch (IOException | RuntimeException e) {
            throw new SshException(Diagnosis.ofTcp(e, target()));
        }
        boolean done = false;
        try {
            done = Waiting.await(future, nanos);
        } finally {
            if (!done) {
                // MINA's cancel leaks the socket when it comes just after the connection.
                future.addListener(Login::closeLate);
            }
        }
        if (!done) {
            throw new SshException(Diagnosis.timedOut(target(), "ssh.no-tcp"));
        }
        Throwable error = future.getException();
        if (error != null) {
            WatchedSession begun = attempt.session();
            throw new SshException(
                    begun == null
                            ? Diagnosis.ofTcp(error, target())
                            : Diagnosis.ofLogin(error, begun, target(), offer));
        }
        return (WatchedSession) future.getSession();
    }

    private static void closeLate(ConnectFuture future) {
        if (future.isConnected()) {
            future.getSession().close(true);
        }
    }

    private WatchedSession authenticate(WatchedSession session)
            throws SshException, InterruptedException {
        boolean done = false;
        boolean success = false;
        try {
            for (KeyPair pair : offer.keys()) {
                session.addPublicKeyIdentity(pair);
            }
            AuthFuture future = session.auth();
            done = Waiting.await(future, remaining());
            success = done && future.isSuccess();
            if (success) {
                return session;
            }
            throw new SshException(
                    done
                            ? Diagnosis.ofLogin(future.getException(), session, target(), offer)
                            : Diagnosis.timedOut(target(), session));
        } catch (IOException e) {
            throw new SshException(Diagnosis.ofLogin(e, session, target(), offer));
        } finally {
            if (!success) {
                session.close(true);
            }
        }
    }

    private Target target() {
        return attempt.target();
    }

    private long remaining() {
        return Math.max(0, deadline - System.nanoTime());
    }
}
