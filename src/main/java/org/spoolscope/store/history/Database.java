package org.spoolscope.store.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteConfig;

/// Opens the SQLite file: checks it, sets a damaged one aside, makes the tables.
///
/// Write-ahead log with `synchronous=NORMAL` (sqlite.org/wal.html): a power cut may take the last
/// commits, counts and position together, and the server still has the lines.
final class Database {
    private static final int FORMAT = 2;
    private static final int BUSY_MILLIS = 5_000;

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE server(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
                    "CREATE TABLE domain(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
                    """
                    CREATE TABLE minute(server INTEGER, minute INTEGER, domain INTEGER, cause TEXT,
                        arrived INTEGER NOT NULL, sent INTEGER NOT NULL, deferred INTEGER NOT NULL,
                        bounced INTEGER NOT NULL, rejected INTEGER NOT NULL,
                        PRIMARY KEY(server, minute, domain, cause)) WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE gap(server INTEGER, seen INTEGER, source TEXT NOT NULL,
                        cause TEXT NOT NULL, since INTEGER, until INTEGER, lines INTEGER)
                    """,
                    "CREATE INDEX gap_seen ON gap(server, seen)",
                    "CREATE TABLE position(server INTEGER PRIMARY KEY, text TEXT NOT NULL)");

    /// Since format 2.
    private static final List<String> LIST_TABLES =
            List.of(
                    """
                    CREATE TABLE list_change(server TEXT NOT NULL, at INTEGER NOT NULL,
                        before TEXT, subject TEXT NOT NULL, list TEXT NOT NULL,
                        zone TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
                        codes TEXT NOT NULL, meaning TEXT NOT NULL, txt TEXT NOT NULL,
                        resolver TEXT NOT NULL, took INTEGER NOT NULL)
                    """,
                    "CREATE INDEX list_change_of ON list_change(server, subject, list, at)");

    private Database() {}

    /// Opens the file, made new where there is none. A damaged one is renamed to `NAME.damaged`,
    /// replacing one that lies there, and a new one begun: what it held can be read from the
    /// servers' logs again.
    ///
    /// @throws IOException when it can't be opened or made, or is of a later version
    static Connection open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file) && isDamaged(file)) {
                setAside(file);
            }
            return prepared(file);
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isDamaged(Path file) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            return !found.next() || !"ok".equals(found.getString(1));
        } catch (SQLException e) {
            if (isDamage(e)) {
                return true;
            }
            throw e;
        }
    }

    /// SQLITE_CORRUPT, SQLITE_NOTADB (sqlite.org/rescode.html).
    private static boolean isDamage(SQLException e) {
        return e.getErrorCode() == 11 || e.getErrorCode() == 26;
    }

    private static void setAside(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(
                        part,
                        file.resolveSibling(file.getFileName() + ".damaged" + suffix),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Connection prepared(Path file) throws SQLException, IOException {
        Connection connection = connect(file);
        try {
            prepare(connection, file);
            return connection;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // Two consoles may start at once: who comes second finds the tables made.
            statement.execute("BEGIN IMMEDIATE");
            int format = format(statement);
            if (format > FORMAT) {
                statement.execute("ROLLBACK");
                throw new IOException(file + " was written by a later version of Spoolscope");
            }
            if (format < 1) {
                make(statement, TABLES);
            }
            if (format < FORMAT) {
                make(statement, LIST_TABLES);
                statement.execute("PRAGMA user_version=" + FORMAT);
            }
            statement.execute("COMMIT");
        }
    }

    private static void make(Statement statement, List<String> tables) throws SQLException {
        for (String table : tables) {
            statement.execute(table);
        }
    }

    private static int format(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        // The driver would ask for the id of each row that is written.
        config.setGetGeneratedKeys(false);
        Properties properties = config.toProperties();
        return new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, properties);
    }
}
