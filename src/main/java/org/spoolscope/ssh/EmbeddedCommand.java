package org.spoolscope.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// One exec request of an [EmbeddedSshServer]: runs the shell on a virtual thread.
final class EmbeddedCommand implements Command {
    private static final int FAILED = 255;

    private final RemoteShell shell;
    private final String line;
    private InputStream stdin = InputStream.nullInputStream();
    private OutputStream stdout = OutputStream.nullOutputStream();
    private OutputStream stderr = OutputStream.nullOutputStream();
    private ExitCallback exit = (_, _, _) -> {};
    private volatile @Nullable Thread thread;

    EmbeddedCommand(RemoteShell shell, String line) {
        this.shell = shell;
        this.line = line;
    }

    @Override
    public void setInputStream(InputStream in) {
        stdin = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        stdout = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        stderr = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        Thread started = Thread.ofVirtual().name("embedded-shell").unstarted(this::run);
        thread = started;
        channel.addChannelListener(
                new ChannelListener() {
                    @Override
                    public void channelClosed(Channel closed, @Nullable Throwable reason) {
                        started.interrupt();
                    }
                });
        started.start();
    }

    @Override
    public void destroy(ChannelSession channel) {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        int status = FAILED;
        try {
            status = shell.run(line, stdin, stdout, stderr);
            stdout.flush();
            stderr.flush();
        } catch (InterruptedException e) {
            // The client closed the channel: nobody waits for the status.
            status = FAILED;
        } catch (IOException | RuntimeException e) {
            complain(e);
        }
        exit.onExit(status);
    }

    private void complain(Exception e) {
        try {
            stderr.write((e + "\n").getBytes(StandardCharsets.UTF_8));
            stderr.flush();
        } catch (IOException closed) {
            // The channel is gone: nobody would read it.
        }
    }
}
