package org.spoolscope.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.spoolscope.model.Instance;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.Listed;
import org.spoolscope.postfix.ListingFault;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.PostqueueText;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Lists the queue of one Postfix instance, once, message by message as they arrive. Immutable.
public final class QueueLister {
    /// A million messages are about 300 MB, and take a busy disk many minutes.
    public static final Budget LARGE = new Budget(1L << 30, Duration.ofMinutes(10));

    private static final int KILLED_BY_SIGNAL = 128;
    private static final Duration END_OF_LINK = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Budget budget;

    /// What came of it.
    public sealed interface Outcome {
        /// The listing ran to its end; the messages have been handed on.
        ///
        /// @param taken when it ended, by the desktop's clock
        /// @param took from the request to the last byte
        /// @param queuesToldApart see [QueueListing]
        /// @param notUnderstood see [QueueListing]
        record Whole(Instant taken, Duration took, boolean queuesToldApart, int notUnderstood)
                implements Outcome {}

        /// It failed, or is not whole: what was handed on may be a part.
        record Failed(Trouble trouble) implements Outcome {}
    }

    public QueueLister(InstantSource clock, Budget budget) {
        this.clock = clock;
        this.budget = budget;
    }

    /// Blocks until the listing has ended. `to` is called on this thread; what it throws ends the
    /// remote command.
    ///
    /// @throws SshException when the link is lost
    public Outcome list(
            SshConnection connection,
            ServerFacts facts,
            Instance instance,
            Consumer<QueuedMessage> to)
            throws SshException, InterruptedException {
        Instant begun = clock.instant();
        var command = facts.listsJson() ? PostfixCommands.LIST_JSON : PostfixCommands.LIST_TEXT;
        try (RemoteProcess process =
                connection.start(command.call(instance.configDirectory()), budget)) {
            process.stdin().close();
            int notUnderstood = read(facts, instance, process.stdout(), to);
            Exit exit = process.waitFor();
            Instant taken = clock.instant();
            return switch (exit) {
                case Exit.Status(int code) when code == 0 ->
                        new Outcome.Whole(
                                taken,
                                Duration.between(begun, taken),
                                facts.listsJson(),
                                notUnderstood);
                case Exit.Status(int code) ->
                        new Outcome.Failed(
                                ListingFault.of(
                                        instance.name(), facts.user(), code, process.stderr()));
                case Exit.Signal(String name) ->
                        failed(instance, KILLED_BY_SIGNAL, "ended by signal " + name);
                case Exit.Refused(String why) -> failed(instance, KILLED_BY_SIGNAL - 1, why);
                case Exit.OverBudget(String why) ->
                        new Outcome.Failed(new Trouble.ListingCut(instance.name(), why));
                case Exit.LinkLost() -> throw lost(connection);
            };
        } catch (InterruptedIOException e) {
            InterruptedException interrupted = new InterruptedException();
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException e) {
            throw lost(connection);
        }
    }

    /// How many records were no message.
    private int read(
            ServerFacts facts, Instance instance, InputStream stdout, Consumer<QueuedMessage> to)
            throws IOException {
        if (facts.listsJson()) {
            PostqueueJson json = new PostqueueJson(instance.name());
            json.read(stdout, to);
            return json.notUnderstood();
        }
        // Before Postfix 3.2 postqueue printed UTC whatever the server's zone (showq_compat.c).
        Listed listed = PostqueueText.readAll(instance.name(), stdout, clock, ZoneOffset.UTC);
        listed.messages().forEach(to);
        return listed.notUnderstood();
    }

    private static Outcome failed(Instance instance, int status, String why) {
        return new Outcome.Failed(new Trouble.ListingFailed(instance.name(), status, why));
    }

    /// The connection finds out a moment later than the command why it ended.
    private static SshException lost(SshConnection connection) throws InterruptedException {
        try {
            return new SshException(
                    connection.lost().get(END_OF_LINK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return new SshException(
                    new LinkFailure.Lost(false, "the listing ended without an exit status"));
        }
    }
}
