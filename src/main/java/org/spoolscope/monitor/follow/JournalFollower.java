package org.spoolscope.monitor.follow;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.postfix.follow.LogPosition;
import org.spoolscope.postfix.follow.PostfixNames;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.RemoteProcess;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Follows the journal of one server over one connection. Made anew for each connection, with the
/// last position that the sink was told.
///
/// Followed are the mail facility and the names that Postfix's programs log under; for names that
/// were not there before, the journal is asked now and then, and what they logged since is read.
public final class JournalFollower {
    private static final Budget UNBOUNDED = new Budget(Long.MAX_VALUE, Duration.ofDays(3650));
    private static final Budget NAMES = new Budget(4 << 20, Duration.ofMinutes(2));

    private final Journal journal;
    private final JournalReader reader;
    private final FollowSettings settings;
    private final LineSink sink;
    private final InstantSource clock;
    private final Pause pause;

    /// The journal, however it is reached.
    interface Journal {
        /// All names in it.
        List<String> identifiers() throws IOException, InterruptedException;

        /// Follows it from an entry on; the caller closes.
        Stream follow(List<String> arguments) throws IOException, InterruptedException;
    }

    /// What is followed; closing it, which any thread may do, ends the output.
    interface Stream extends AutoCloseable {
        InputStream entries();

        @Override
        void close();
    }

    public JournalFollower(
            SshConnection connection,
            LogPosition position,
            LineSink sink,
            FollowSettings settings,
            InstantSource clock,
            Pause pause) {
        this(new RemoteJournal(connection), position, sink, settings, clock, pause);
    }

    JournalFollower(
            Journal journal,
            LogPosition position,
            LineSink sink,
            FollowSettings settings,
            InstantSource clock,
            Pause pause) {
        this.journal = journal;
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
        this.pause = pause;
        this.reader = new JournalReader(position, sink, settings, clock);
    }

    /// Follows until the thread is interrupted, as it has to be when the link is lost.
    public void run() throws InterruptedException {
        sink.source("journal");
        while (true) {
            try {
                follow();
            } catch (InterruptedIOException e) {
                throw Interruption.of(e);
            } catch (IOException e) {
                sink.trouble(String.valueOf(e.getMessage()));
                pause.pause(settings.againAfterFailure());
            }
        }
    }

    /// Follows until there are new names, or the output ends.
    private void follow() throws IOException, InterruptedException {
        Set<String> names = names();
        try (Stream stream = journal.follow(reader.arguments(names));
                ReadAhead ahead = new ReadAhead(stream.entries())) {
            AtomicBoolean more = new AtomicBoolean();
            Thread looking =
                    Thread.ofVirtual()
                            .name(Thread.currentThread().getName() + " names")
                            .start(() -> awaitMore(names, more, stream));
            try {
                handOn(ahead);
            } finally {
                looking.interrupt();
            }
            if (!more.get()) {
                throw new IOException(Words.get("follow.journal-ended").toString());
            }
        }
    }

    /// Until the end of what comes.
    private void handOn(ReadAhead ahead) throws IOException, InterruptedException {
        while (true) {
            Instant at = clock.instant();
            byte[] next = ahead.next(settings.idle());
            if (next == null) {
                return;
            }
            if (next.length > 0) {
                reader.take(next, 0, next.length);
                if (ahead.isEmpty() && reader.isUnderWay()) {
                    sink.upToDate(at);
                }
            } else if (reader.isUnderWay()) {
                sink.idle(at);
            }
        }
    }

    private Set<String> names() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (String name : journal.identifiers()) {
            if (PostfixNames.isPostfix(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private void awaitMore(Set<String> known, AtomicBoolean more, Stream stream) {
        try {
            while (true) {
                pause.pause(settings.identifiersEvery());
                if (!known.containsAll(names())) {
                    more.set(true);
                    stream.close();
                    return;
                }
                reader.namesAreWhole();
            }
        } catch (IOException e) {
            // The link is lost, which the reading thread sees for itself.
            stream.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Over SSH.
    private record RemoteJournal(SshConnection connection) implements Journal {
        @Override
        public List<String> identifiers() throws IOException, InterruptedException {
            try {
                return connection
                        .run(LogCommands.IDENTIFIERS.call(), new byte[0], NAMES)
                        .text()
                        .lines()
                        .toList();
            } catch (SshException e) {
                throw asIo(e);
            }
        }

        @Override
        public Stream follow(List<String> arguments) throws IOException, InterruptedException {
            try {
                RemoteProcess process =
                        connection.start(
                                LogCommands.JOURNAL.call(arguments.toArray(String[]::new)),
                                UNBOUNDED);
                return new Stream() {
                    @Override
                    public InputStream entries() {
                        return process.stdout();
                    }

                    @Override
                    public void close() {
                        process.close();
                    }
                };
            } catch (SshException e) {
                throw asIo(e);
            }
        }

        private static IOException asIo(SshException e) {
            return new IOException(Wording.of(e.failure()).headline().toString(), e);
        }
    }
}
