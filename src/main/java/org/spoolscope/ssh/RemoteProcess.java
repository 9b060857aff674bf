package org.spoolscope.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/// A running remote command.
public final class RemoteProcess implements AutoCloseable {
    RemoteProcess() {}

    /// Blocks like a pipe; end of file when the command ended, the link was lost, or the budget was
    /// used up ([#waitFor] says which). Reading slowly slows the server down (SSH flow control).
    public InputStream stdout() {
        return InputStream.nullInputStream();
    }

    /// Flush to send. Closing it is end of file for the command.
    public OutputStream stdin() {
        return OutputStream.nullOutputStream();
    }

    /// What has come on standard error so far, at most 64 KiB.
    public String stderr() {
        return "";
    }

    /// Waits for the end.
    public Exit waitFor() throws InterruptedException {
        return new Exit.LinkLost();
    }

    /// Closes the channel; the remote command sees end of file and a hang-up.
    @Override
    public void close() {}
}
