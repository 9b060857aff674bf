package org.spoolscope.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;

/// A channel for one TCP connection that the server makes.
final class ForwardChannel extends ChannelDirectTcpip implements Forward.Stream {
    /// What may have come and not been read: some answers of a resolver, not MINA's 2 MiB.
    private static final long WINDOW = 256 << 10;

    /// There is no connection to us that is handed on.
    private static final SshdSocketAddress NOBODY = new SshdSocketAddress("127.0.0.1", 0);

    ForwardChannel(String host, int port) {
        super(NOBODY, new SshdSocketAddress(host, port));
        CoreModuleProperties.WINDOW_SIZE.set(this, WINDOW);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(this, Duration.ofDays(365));
    }

    @Override
    public InputStream in() {
        return new FilterInputStream(getInvertedOut()) {
            @Override
            public void close() {
                // MINA ends the whole session when data meets a closed pipe.
            }
        };
    }

    @Override
    public OutputStream out() {
        return getInvertedIn();
    }

    /// A server whose connection has ended says only that nothing more will come: sshd keeps the
    /// channel for what we may still send.
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }

    @Override
    public void close() {
        close(false);
    }
}
