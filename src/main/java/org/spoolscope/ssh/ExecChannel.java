package org.spoolscope.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.common.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Words;

/// A channel for one remote command.
final class ExecChannel extends ChannelExec {
    private volatile boolean refused;
    private volatile boolean closedByServer;
    private final ChannelPipe output = new ChannelPipe(this::release);

    ExecChannel(String line) {
        super(line, StandardCharsets.UTF_8, null, Map.of());
        out = output.writer();
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

    /// MINA would let the server send more at once.
    @Override
    protected void doWriteData(byte[] data, int off, long len) throws IOException {
        out.write(data, off, (int) len);
    }

    /// What the command prints.
    ChannelPipe output() {
        return output;
    }

    private void release(int read) throws IOException {
        if (getLocalWindow().isOpen()) {
            getLocalWindow().release(read);
        }
    }

    /// How the command ended, once the channel is closed. A status alone does not prove that all
    /// output has come: sshd sends it as soon as the process is gone.
    Exit exit() {
        if (refused) {
            return new Exit.Refused(Words.get("ssh.exec-refused").toString());
        }
        Integer status = getExitStatus();
        @Nullable String signal = getExitSignal();
        if (output.hasDropped() || !isEofSignalled() && !closedByServer) {
            return new Exit.LinkLost();
        }
        if (signal != null) {
            return new Exit.Signal(signal);
        }
        return status == null ? new Exit.LinkLost() : new Exit.Status(status);
    }
}
