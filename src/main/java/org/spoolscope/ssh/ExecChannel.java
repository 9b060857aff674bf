package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.common.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Words;

/// A channel for one remote command.
final class ExecChannel extends ChannelExec {
    private volatile boolean refused;
    private volatile boolean closedByServer;
    private final AtomicLong received = new AtomicLong();

    ExecChannel(String line) {
        super(line, StandardCharsets.UTF_8, null, Map.of());
        ChannelPipe pipe = new ChannelPipe(this::release);
        out = pipe.writer();
        invertedOut = pipe;
    }

    /// The server answered the exec request with no. MINA would close without telling the server.
    @Override
    public void handleFailure() throws IOException {
        if (removePendingRequest(Channel.CHANNEL_EXEC) != null) {
            refused = true;
            close(false);
        }
    }

    @Override
    public void handleClose() throws IOException {
        closedByServer = true;
        super.handleClose();
    }

    @Override
    protected void doWriteData(byte[] data, int off, long len) throws IOException {
        received.addAndGet(len);
        super.doWriteData(data, off, len);
    }

    private void release(int read) throws IOException {
        if (getLocalWindow().isOpen()) {
            getLocalWindow().release(read);
        }
    }

    /// Bytes of standard output that have come so far. When the session ends, MINA drops what of
    /// them nobody has read yet, and the reader meets the end of the stream before.
    long received() {
        return received.get();
    }

    /// How the command ended, once the channel is closed. A status alone does not prove that all
    /// output has come: sshd sends it as soon as the process is gone.
    Exit exit() {
        if (refused) {
            return new Exit.Refused(Words.get("ssh.exec-refused").toString());
        }
        Integer status = getExitStatus();
        @Nullable String signal = getExitSignal();
        if (!isEofSignalled() && !closedByServer) {
            return new Exit.LinkLost();
        }
        if (signal != null) {
            return new Exit.Signal(signal);
        }
        return status == null ? new Exit.LinkLost() : new Exit.Status(status);
    }
}
