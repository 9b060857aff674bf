package org.spoolscope.monitor.search;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogWindow;
import org.spoolscope.monitor.search.LogSearch.Outcome;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.log.QueuedAs;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Collects the lines about a message from a server's own logs: those that hold the term, then
/// those of the queue ids found in them, until no new id turns up.
///
/// Each round reads the logs once more there, at the lowest priority; nearly always two suffice.
public final class RemoteTrace {
    private static final int ROUNDS = 4;
    private static final int MOST_IDS = 500;
    private static final long WINDOW_BYTES = 64L << 20;
    private static final List<LogField> IDS =
            List.of(LogField.ID, LogField.NEW_ID, LogField.ORIG_ID);

    private final SshConnection connection;
    private final List<String> files;
    private final LogParser parser;
    private final boolean followsHops;
    private final LogLine line = new LogLine();

    /// What was collected.
    ///
    /// @param strings all that was searched for: what was asked, and the ids that it led to
    /// @param whole false when there may be more: too many ids, or a search that was cut off
    public record Collected(LogWindow lines, Set<String> strings, boolean whole) {
        public Collected {
            strings = Set.copyOf(strings);
        }
    }

    /// Takes what is searched at the moment.
    @FunctionalInterface
    public interface Progress {
        /// A file is being searched, or can't be.
        ///
        /// @param round from 1
        void searching(int round, SearchedFile file);
    }

    /// @param files the live log files
    /// @param zone of the server
    /// @param followsHops whether the id that any next hop gave the message is looked for too:
    ///   where there are several instances or servers. A next hop on the server itself always is
    public RemoteTrace(
            SshConnection connection,
            List<String> files,
            ZoneId zone,
            InstantSource clock,
            boolean followsHops) {
        this.connection = connection;
        this.files = List.copyOf(files);
        this.parser = new LogParser(zone, clock);
        this.followsHops = followsHops;
    }

    /// Blocks until all is collected; interruption ends the search on the server.
    ///
    /// @param asked what the message is looked for by; at least one
    /// @throws SshException when the link is lost
    public Collected find(Collection<String> asked, Progress progress)
            throws SshException, InterruptedException {
        Set<String> strings = new LinkedHashSet<>(asked);
        for (int round = 1; ; round++) {
            Round found = new Round(round, progress);
            boolean whole = true;
            for (String file : files) {
                whole &=
                        new LogSearch(connection, found).run(file, strings)
                                instanceof Outcome.Whole;
            }
            boolean more = strings.addAll(found.ids);
            if (!more || round == ROUNDS || !whole || found.tooMany) {
                return new Collected(
                        found.window.window(),
                        strings,
                        whole && !more && !found.tooMany && !found.cut);
            }
        }
    }

    private final class Round implements LogSearch.Results {
        private final int number;
        private final Progress progress;
        private final Set<String> ids = new LinkedHashSet<>();
        private final LogWindow.Writer window = new LogWindow.Writer(WINDOW_BYTES);
        private boolean tooMany;
        private boolean cut;

        Round(int number, Progress progress) {
            this.number = number;
            this.progress = progress;
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            window.add(bytes, from, to);
            tooMany |= window.window().first() > 0;
            parser.parse(bytes, from, to, line);
            for (LogField field : IDS) {
                String id = line.text(field);
                if (id != null && ids.size() < MOST_IDS) {
                    ids.add(id);
                }
            }
            String next = next();
            if (next != null && ids.size() < MOST_IDS) {
                ids.add(next);
            }
            tooMany |= ids.size() == MOST_IDS;
        }

        /// What the next hop calls it, where that is of interest.
        private @Nullable String next() {
            return line.event() == LogEvent.DELIVERY
                            && line.is(LogField.STATUS, "sent")
                            && (followsHops || QueuedAs.isHere(line))
                    ? QueuedAs.of(line)
                    : null;
        }

        @Override
        public void file(SearchedFile file) {
            cut |= file.state() == SearchedFile.State.CUT;
            progress.searching(number, file);
        }
    }
}
