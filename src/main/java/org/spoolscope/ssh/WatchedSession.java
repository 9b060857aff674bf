package org.spoolscope.ssh;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.util.Readable;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;

/// A session of MINA that is set up for one attempt to connect, and notes what went over it: when
/// something last came, how it began, and why it ended.
final class WatchedSession extends ClientSessionImpl {
    static final AttributeRepository.AttributeKey<Attempt> ATTEMPT =
            new AttributeRepository.AttributeKey<>();

    private static final int HEAD_BYTES = 128;

    private final Attempt attempt;
    private final StringBuilder head = new StringBuilder();
    private volatile long lastReceived = System.nanoTime();
    private volatile @Nullable String farewell;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    WatchedSession(ClientFactoryManager client, IoSession io) throws Exception {
        super(client, io);
        attempt = getConnectionContext().getAttribute(ATTEMPT);
        setSignatureFactories(
                Algorithms.signatures(
                        attempt.knownHosts().knownTypes(), attempt.knownHosts().hasAuthority()));
        setServerKeyVerifier((_, _, key) -> attempt.accepts(key));
        attempt.over(this);
    }

    /// The name that was asked for, not the address it was resolved to: a host certificate is
    /// issued to names.
    @Override
    public SocketAddress getConnectAddress() {
        return InetSocketAddress.createUnresolved(attempt.target().host(), attempt.target().port());
    }

    @Override
    public void messageReceived(Readable bytes) throws Exception {
        lastReceived = System.nanoTime();
        super.messageReceived(bytes);
    }

    /// [System#nanoTime] of the last bytes from the server.
    long lastReceived() {
        return lastReceived;
    }

    /// The first bytes that the server sent, one character each, while they are not those of SSH.
    String head() {
        synchronized (head) {
            return head.toString();
        }
    }

    /// What the server said when it disconnected by the protocol (RFC 4253 section 11.1).
    @Nullable String farewell() {
        return farewell;
    }

    /// What was first found wrong with what came. MINA's futures may say merely that the session is
    /// being closed, which follows from it.
    @Nullable Throwable fault() {
        return fault.get();
    }

    /// Why the host key was not accepted, when it was not.
    @Nullable LinkFailure objection() {
        return attempt.objection();
    }

    /// Whether keys have been exchanged: what spoke so far was SSH, and the host key was good.
    boolean isEncrypted() {
        return getSessionId() != null;
    }

    @Override
    public void exceptionCaught(Throwable thrown) {
        fault.compareAndSet(null, thrown);
        super.exceptionCaught(thrown);
    }

    @Override
    protected boolean readIdentification(Buffer buffer) throws Exception {
        noteHead(buffer);
        return super.readIdentification(buffer);
    }

    @Override
    protected void handleDisconnect(int code, String text, String language, Buffer buffer)
            throws Exception {
        farewell = text;
        super.handleDisconnect(code, text, language, buffer);
    }

    /// MINA hands over everything that has come until the identification is complete.
    private void noteHead(Buffer buffer) {
        synchronized (head) {
            int length = Math.min(HEAD_BYTES, buffer.available());
            head.setLength(0);
            head.append(
                    new String(buffer.array(), buffer.rpos(), length, StandardCharsets.ISO_8859_1));
        }
    }
}
