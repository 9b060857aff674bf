package org.spoolscope.monitor.search;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.LogWindow;
import org.spoolscope.monitor.search.LogSearch.Outcome;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
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
    private final LogLine line = new LogLine();

    /// What was collected.
    ///
    /// @param whole false when there may be more: too many ids, or a search that was cut off
    public record Collected(LogWindow lines, boolean whole) {}

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
    public RemoteTrace(
            SshConnection connection, List<String> files, ZoneId zone, InstantSource clock) {
        this.connection = connection;
        this.files = List.copyOf(files);
        this.parser = new LogParser(zone, clock);
    }

    /// Blocks until all is collected; interruption ends the search on the server.
    ///
    /// @throws SshException when the link is lost
    public Collected find(String term, Progress progress)
            throws SshException, InterruptedException {
        Set<String> strings = new LinkedHashSet<>(List.of(term));
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
                return new Collected(found.window, whole && !more && !found.tooMany);
            }
        }
    }

    private final class Round implements LogSearch.Results {
        private final int number;
        private final Progress progress;
        private final Set<String> ids = new LinkedHashSet<>();
        private LogWindow window = LogWindow.keeping(WINDOW_BYTES);
        private boolean tooMany;

        Round(int number, Progress progress) {
            this.number = number;
            this.progress = progress;
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            window = window.plus(bytes, from, to);
            tooMany |= window.first() > 0;
            parser.parse(bytes, from, to, line);
            for (LogField field : IDS) {
                String id = line.text(field);
                if (id != null && ids.size() < MOST_IDS) {
                    ids.add(id);
                }
            }
            tooMany |= ids.size() == MOST_IDS;
        }

        @Override
        public void file(SearchedFile file) {
            progress.searching(number, file);
        }
    }
}
