package org.spoolscope.ssh;

import java.security.PublicKey;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;

/// One attempt to connect: what it needs to know before the first byte, and what it finds out about
/// the server's host key (on MINA's I/O thread).
final class Attempt {
    private final Target target;
    private final KnownHosts knownHosts;
    private final AtomicReference<@Nullable LinkFailure> objection = new AtomicReference<>();
    private volatile @Nullable WatchedSession session;

    Attempt(Target target, KnownHosts knownHosts) {
        this.target = target;
        this.knownHosts = knownHosts;
    }

    Target target() {
        return target;
    }

    KnownHosts knownHosts() {
        return knownHosts;
    }

    /// A session over the TCP connection to one of the host's addresses has begun, or, with none,
    /// the next address is to be tried.
    void over(@Nullable WatchedSession begun) {
        session = begun;
    }

    /// The session that has begun; MINA itself forgets one that ends before its connection is
    /// announced, as with a peer that sends rubbish at once.
    @Nullable WatchedSession session() {
        return session;
    }

    /// Whether the host key is the one on file; notes the objection when not. Also asked when keys
    /// are exchanged again.
    boolean accepts(PublicKey key) {
        LinkFailure found = knownHosts.objection(key).orElse(null);
        objection.compareAndSet(null, found);
        return found == null;
    }

    /// Why the host key was not accepted, when it was not.
    @Nullable LinkFailure objection() {
        return objection.get();
    }
}
