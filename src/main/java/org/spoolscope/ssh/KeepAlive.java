package org.spoolscope.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.kex.KexState;
import org.apache.sshd.common.util.buffer.Buffer;

/// Asks a silent server whether it is still there, as OpenSSH's `ServerAliveInterval` and
/// `ServerAliveCountMax` do: any byte from the server counts as an answer, so that a slow line with
/// much on it is not taken for a dead one.
///
/// On a thread of its own for each connection: MINA's heartbeats share one timer, and one stuck
/// connection could hold up the others.
final class KeepAlive {
    private static final String REQUEST = "keepalive@openssh.com";

    private final WatchedSession session;
    private final long interval;
    private final int misses;
    private final Runnable silent;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param silent called once when the server has not answered `misses` times in a row
    KeepAlive(WatchedSession session, Duration interval, int misses, Runnable silent) {
        this.session = session;
        this.interval = interval.toNanos();
        this.misses = misses;
        this.silent = silent;
    }

    void start(String name) {
        Thread.ofVirtual().name("ssh-keepalive-" + name).start(this::watch);
    }

    void end() {
        ended.countDown();
    }

    private void watch() {
        int missed = 0;
        long asked = session.lastReceived();
        long wait = interval;
        try {
            while (!ended.await(wait, TimeUnit.NANOSECONDS)) {
                long received = session.lastReceived();
                if (received - asked > 0) {
                    missed = 0;
                }
                long now = System.nanoTime();
                if (now - received < interval) {
                    wait = interval - (now - received);
                } else if (missed == misses) {
                    silent.run();
                    return;
                } else {
                    asked = now;
                    ask();
                    missed++;
                    wait = interval;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Not while keys are exchanged: a write would wait for the end of that.
    private void ask() {
        if (session.getKexState() != KexState.DONE) {
            return;
        }
        try {
            Buffer request =
                    session.createBuffer(
                            SshConstants.SSH_MSG_GLOBAL_REQUEST, REQUEST.length() + Byte.SIZE);
            request.putString(REQUEST);
            request.putBoolean(true);
            session.request(request, REQUEST, (_, _) -> {});
        } catch (IOException e) {
            // The session is closing, which ends this thread too.
            end();
        }
    }
}
