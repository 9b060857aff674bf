package org.spoolscope.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.spoolscope.model.Words;

/// A running remote command.
public final class RemoteProcess implements AutoCloseable {
    private final Runnable closeChannel;
    private final CappedText stderr;
    private final InputStream stdout;
    private final OutputStream stdin;
    private final CompletableFuture<Exit> end = new CompletableFuture<>();

    private RemoteProcess(Exit exit) {
        closeChannel = () -> {};
        stderr = new CappedText();
        stdout = InputStream.nullInputStream();
        stdin = OutputStream.nullOutputStream();
        end.complete(exit);
    }

    /// @param channel open
    RemoteProcess(
            ExecChannel channel, CappedText stderr, Budget budget, ScheduledExecutorService timer) {
        this.closeChannel = () -> channel.close(false);
        this.stderr = stderr;
        this.stdout =
                new BudgetedInput(
                        channel.output(),
                        budget.maxBytes(),
                        () -> cut(Words.get("ssh.over-bytes", budget.maxBytes()).toString()));
        this.stdin = channel.getInvertedIn();
        Future<?> alarm =
                timer.schedule(
                        () -> Thread.ofVirtual().start(() -> cut(tooLong(budget.maxTime()))),
                        budget.maxTime().toNanos(),
                        TimeUnit.NANOSECONDS);
        channel.addCloseFutureListener(_ -> {
            alarm.cancel(false);
            end.complete(channel.exit());
        });
    }

    /// One that never ran.
    static RemoteProcess ended(Exit exit) {
        return new RemoteProcess(exit);
    }

    /// Blocks like a pipe; end of file when the command ended, the link was lost, or the budget was
    /// used up ([#waitFor] says which). Reading slowly slows the server down (SSH flow control).
    /// Interruption is an `InterruptedIOException`. Its `close` only stops the reading.
    public InputStream stdout() {
        return stdout;
    }

    /// Flush to send. Closing it is end of file for the command.
    public OutputStream stdin() {
        return stdin;
    }

    /// What has come on standard error so far, at most 64 KiB.
    public String stderr() {
        return stderr.text();
    }

    /// Waits for the end. Output that nobody reads keeps a command from ending.
    public Exit waitFor() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Closes the channel; the remote command sees end of file and a hang-up.
    @Override
    public void close() {
        closeChannel.run();
    }

    private void cut(String why) {
        if (end.complete(new Exit.OverBudget(why))) {
            close();
        }
    }

    static String tooLong(Duration time) {
        return Words.get("ssh.over-time", time.toSeconds()).toString();
    }
}
