package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.future.SshFutureListener;
import org.apache.sshd.common.kex.KexState;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.RemoteCall;
import org.spoolscope.model.Words;

/// One logged-in connection to one server. Thread-safe: many threads may run commands at once (sshd
/// allows ten by default, `MaxSessions`).
public final class SshConnection implements AutoCloseable {
    private static final Duration END_OF_SESSION = Duration.ofSeconds(2);

    private final WatchedSession session;
    private final Target target;
    private final KeepAlive keepAlive;
    private final CompletableFuture<LinkFailure> lost = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    SshConnection(WatchedSession session, Target target, SshSettings settings) {
        this.session = session;
        this.target = target;
        this.keepAlive =
                new KeepAlive(
                        session,
                        settings.keepAlive(),
                        settings.keepAliveMisses(),
                        () -> silent(settings));
        keepAlive.start(target.host());
        session.addCloseFutureListener(_ -> ended());
    }

    /// Runs a command to its end and returns all it printed. The exit is a status, a signal, a
    /// refusal, or over budget; never a lost link.
    ///
    /// @param stdin bytes for its standard input, which is closed after them; may be empty
    /// @throws SshException when the link is lost before or while it runs
    public Output run(RemoteCall call, byte[] stdin, Budget budget)
            throws SshException, InterruptedException {
        try (RemoteProcess process = start(call, budget)) {
            feed(process, stdin);
            byte[] stdout = process.stdout().readAllBytes();
            Exit exit = process.waitFor();
            if (exit instanceof Exit.LinkLost) {
                throw new SshException(failure());
            }
            return new Output(exit, stdout, process.stderr());
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new SshException(failure());
        }
    }

    /// Starts a command whose output is read while it runs. One that the server refuses is returned
    /// as ended.
    public RemoteProcess start(RemoteCall call, Budget budget)
            throws SshException, InterruptedException {
        ExecChannel channel = new ExecChannel(call.execLine());
        CappedText stderr = new CappedText();
        channel.setErr(stderr);
        Opening opening = open(channel, budget.maxTime());
        if (opening.inTime()) {
            ScheduledExecutorService timer =
                    session.getFactoryManager().getScheduledExecutorService();
            if (timer == null) {
                // The client was stopped meanwhile.
                channel.close(true);
                throw new SshException(failure());
            }
            return new RemoteProcess(channel, stderr, budget, timer);
        }
        return RemoteProcess.ended(notOpened(opening, budget));
    }

    /// Asks the server for a TCP connection to a host and port as it sees them. Closed with this
    /// connection at the latest.
    ///
    /// @param host a name or address; an IPv6 address may have a scope (`fe80::1%eth0`)
    /// @param patience how long the server may take to connect
    /// @throws SshException when the link is lost
    public Forward forward(String host, int port, Duration patience)
            throws SshException, InterruptedException {
        ForwardChannel channel = new ForwardChannel(host, port);
        Opening opening = open(channel, patience);
        if (opening.inTime()) {
            return channel;
        }
        return switch (opening.refusal()) {
            case null -> new Forward.Failed(RemoteProcess.tooLong(patience));
            case SshChannelOpenException refused ->
                    refused.getReasonCode() == SshConstants.SSH_OPEN_CONNECT_FAILED
                            ? new Forward.Failed(String.valueOf(refused.getMessage()))
                            : new Forward.Forbidden(String.valueOf(refused.getMessage()));
            default -> throw new SshException(failure());
        };
    }

    /// `SHA256:…` of the server's host key.
    public String hostKeyFingerprint() {
        return HostKey.of(KnownHosts.plainKey(session.getServerKey())).fingerprint();
    }

    /// How long nothing has come from the server. More than the keep-alive interval means that it
    /// owes an answer.
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - session.lastReceived());
    }

    /// Completes with the reason when the connection ends in any other way than [#close].
    public CompletableFuture<LinkFailure> lost() {
        return lost;
    }

    /// Says goodbye, without waiting for the other side. What still runs ends as a lost link.
    @Override
    public void close() {
        closing = true;
        keepAlive.end();
        try {
            if (session.getKexState() == KexState.DONE) {
                session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "");
                return;
            }
        } catch (IOException e) {
            // The link is gone already.
        }
        session.close(true);
    }

    private void silent(SshSettings settings) {
        String detail =
                target
                        + ": "
                        + Words.get(
                                "ssh.silent", settings.keepAliveMisses(), silence().toSeconds());
        if (!closing) {
            lost.complete(new LinkFailure.Lost(true, detail));
        }
        session.close(true);
    }

    private void ended() {
        keepAlive.end();
        if (!closing) {
            lost.complete(Diagnosis.lost(session, target));
        }
        ended.countDown();
    }

    /// What came of opening a channel.
    ///
    /// @param refusal null as long as nothing came
    record Opening(boolean inTime, @Nullable Throwable refusal) {}

    /// Opens a channel; one that does not get open in time is closed.
    ///
    /// @throws SshException when the link is lost
    Opening open(AbstractClientChannel channel, Duration patience)
            throws SshException, InterruptedException {
        OpenFuture open;
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            open = channel.open();
        } catch (IOException | IllegalStateException e) {
            throw new SshException(failure());
        }
        // MINA tells a channel that its session ends, but not one that is just being opened.
        SshFutureListener<CloseFuture> end = _ -> open.setException(new ClosedChannelException());
        session.addCloseFutureListener(end);
        boolean opened = false;
        try {
            opened = Waiting.await(open, patience.toNanos()) && open.isOpened();
        } finally {
            session.removeCloseFutureListener(end);
            if (!opened) {
                channel.close(false);
            }
        }
        return new Opening(opened, open.getException());
    }

    private Exit notOpened(Opening opening, Budget budget)
            throws SshException, InterruptedException {
        return switch (opening.refusal()) {
            case null -> new Exit.OverBudget(RemoteProcess.tooLong(budget.maxTime()));
            case SshChannelOpenException refused ->
                    new Exit.Refused(String.valueOf(refused.getMessage()));
            default -> throw new SshException(failure());
        };
    }

    /// Why the link is lost; waits a moment for the session to find out.
    private LinkFailure failure() throws InterruptedException {
        boolean over = ended.await(END_OF_SESSION.toNanos(), TimeUnit.NANOSECONDS);
        LinkFailure known = lost.getNow(null);
        if (known != null) {
            return known;
        }
        return new LinkFailure.Lost(
                false, target + ": " + Words.get(over ? "ssh.closed" : "ssh.no-status"));
    }

    /// Writes on a thread of its own: a command may want its output read before it reads on.
    private static void feed(RemoteProcess process, byte[] stdin) throws IOException {
        OutputStream in = process.stdin();
        if (stdin.length == 0) {
            in.close();
            return;
        }
        Thread.ofVirtual()
                .name("ssh-stdin")
                .start(() -> {
                    try (in) {
                        in.write(stdin);
                    } catch (IOException e) {
                        // The command ended without reading all: its exit tells.
                    }
                });
    }

    private static InterruptedException interrupted(InterruptedIOException cause) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
