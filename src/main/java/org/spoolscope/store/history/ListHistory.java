package org.spoolscope.store.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;

/// What blocklists have said of the servers' addresses, each change with its proof. Several
/// consoles may have the same file open: a change that another one has kept is kept again at
/// another time.
///
/// Thread-safe.
public final class ListHistory implements AutoCloseable {
    /// For how long changes are kept; the latest of each address and list for good.
    public static final Duration KEPT = Duration.ofDays(400);

    private static final String COLUMNS =
            "before, subject, list, zone, kind, verdict, codes, meaning, txt, resolver, took, at";

    private final Path file;
    private final Connection connection;

    private ListHistory(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens the file, or makes it.
    ///
    /// @throws IOException when that fails; a damaged file is set aside instead
    public static ListHistory open(Path file) throws IOException {
        return new ListHistory(file, Database.open(file));
    }

    /// The newest first.
    ///
    /// @param most how many at most
    public synchronized List<ListChange> changes(String server, int most) throws IOException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM list_change WHERE server = ?"
                                + " ORDER BY at DESC, rowid DESC LIMIT ?")) {
            select.setString(1, server);
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                List<ListChange> changes = new ArrayList<>();
                while (rows.next()) {
                    changes.add(change(rows));
                }
                return changes;
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    /// Keeps all of them or none, and forgets what is older than [#KEPT].
    public synchronized void add(String server, List<ListChange> changes, Instant now)
            throws IOException {
        try (PreparedStatement begin = connection.prepareStatement("BEGIN IMMEDIATE");
                PreparedStatement commit = connection.prepareStatement("COMMIT");
                PreparedStatement rollback = connection.prepareStatement("ROLLBACK")) {
            begin.execute();
            boolean done = false;
            try {
                insert(server, changes);
                forget(server, now.minus(KEPT));
                commit.execute();
                done = true;
            } finally {
                if (!done) {
                    rollback.execute();
                }
            }
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

    private void insert(String server, List<ListChange> changes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO list_change("
                                + COLUMNS
                                + ", server) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (ListChange change : changes) {
                ListCheck now = change.now();
                Verdict before = change.before();
                insert.setString(1, before == null ? null : before.name());
                insert.setString(2, now.subject());
                insert.setString(3, now.list());
                insert.setString(4, now.zone());
                insert.setString(5, now.kind().name());
                insert.setString(6, now.verdict().name());
                insert.setString(7, String.join(" ", now.codes()));
                insert.setString(8, now.meaning());
                insert.setString(9, now.txt());
                insert.setString(10, now.resolver());
                insert.setLong(11, now.took().toMillis());
                insert.setLong(12, now.at().toEpochMilli());
                insert.setString(13, server);
                insert.execute();
            }
        }
    }

    private void forget(String server, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        DELETE FROM list_change AS old WHERE server = ? AND at < ? AND EXISTS
                            (SELECT 1 FROM list_change WHERE server = old.server
                            AND subject = old.subject AND list = old.list AND at > old.at)
                        """)) {
            delete.setString(1, server);
            delete.setLong(2, before.toEpochMilli());
            delete.execute();
        }
    }

    private static ListChange change(ResultSet row) throws SQLException {
        @Nullable String before = row.getString(1);
        String codes = row.getString(7);
        return new ListChange(
                before == null ? null : Verdict.valueOf(before),
                new ListCheck(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Blocklist.Kind.valueOf(row.getString(5)),
                        Verdict.valueOf(row.getString(6)),
                        codes.isEmpty() ? List.of() : List.of(codes.split(" ")),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        Duration.ofMillis(row.getLong(11)),
                        Instant.ofEpochMilli(row.getLong(12))));
    }

    private IOException failed(Exception e) {
        return new IOException(file + ": " + e.getMessage(), e);
    }
}
