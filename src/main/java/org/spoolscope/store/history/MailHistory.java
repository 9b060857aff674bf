package org.spoolscope.store.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolscope.model.LogBatch;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;

/// The counts of all servers' logs, by minute, and how far in each log they reach.
///
/// Several consoles may have the same file open: each batch names the position it begins at, and
/// only one that begins where the last one ended is taken.
public final class MailHistory implements AutoCloseable {
    /// For how long counts are kept.
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_DOMAINS = 20_000;

    private final Path file;
    private final Connection connection;

    /// Ids of domains in the file.
    private final Map<String, Long> domains = new HashMap<>();

    private MailHistory(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens the file, or makes it.
    ///
    /// @throws IOException when that fails; a damaged file is set aside instead
    public static MailHistory open(Path file) throws IOException {
        return new MailHistory(file, Database.open(file));
    }

    /// The position behind the last line that was counted, as it was given to [#commit].
    public synchronized Optional<String> position(String server) throws IOException {
        try (Statements statements = new Statements(connection, domains)) {
            return statements.position(server);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Adds the batch's counts and moves the position, both or neither.
    ///
    /// @return false, with nothing changed, when the position kept is not the one the batch begins
    ///   at: someone else has counted on from there
    public synchronized boolean commit(String server, LogBatch batch) throws IOException {
        boolean done = false;
        try (Statements statements = new Statements(connection, domains)) {
            statements.begin();
            boolean ours = statements.position(server).equals(Optional.ofNullable(batch.before()));
            if (ours) {
                add(statements, server, batch);
            }
            statements.end(ours);
            done = true;
            return ours;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            // Those that were new are not in the file when that failed.
            if (!done || domains.size() > MOST_DOMAINS) {
                domains.clear();
            }
        }
    }

    /// By minute, domain and cause, from the first to before the last minute.
    public synchronized List<MinuteRow> rows(String server, Instant from, Instant to)
            throws IOException {
        try (Statements statements = new Statements(connection, domains)) {
            return statements.rows(server, from, to);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// The newest gaps, oldest first.
    public synchronized List<LogGap> gaps(String server, int most) throws IOException {
        try (Statements statements = new Statements(connection, domains)) {
            return statements.gaps(server, most);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Forgets what is older than [#KEPT].
    public synchronized void forgetOld(Instant now) throws IOException {
        try (Statements statements = new Statements(connection, domains)) {
            statements.begin();
            statements.forgetBefore(now.minus(KEPT));
            statements.end(true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void add(Statements statements, String server, LogBatch batch)
            throws SQLException {
        long id = statements.serverId(server);
        statements.add(id, batch.rows());
        for (LogGap gap : batch.gaps()) {
            statements.add(id, gap);
        }
        statements.move(id, batch.after());
    }

    private IOException failed(SQLException e) {
        return new IOException(file + ": " + e.getMessage(), e);
    }
}
