package org.spoolscope.store.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;

/// The SQL, for one piece of work; what was begun and not ended is undone at the end.
final class Statements implements AutoCloseable {
    /// `cause` of what was sent: a primary key takes two NULLs for different.
    private static final String NO_CAUSE = "";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, Long> domains = new HashMap<>();
    private boolean open;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /// Takes the right to write at once, so that what is read before writing still holds then.
    void begin() throws SQLException {
        of("BEGIN IMMEDIATE").execute();
        open = true;
    }

    void end(boolean keep) throws SQLException {
        of(keep ? "COMMIT" : "ROLLBACK").execute();
        open = false;
    }

    Optional<String> position(String server) throws SQLException {
        PreparedStatement select =
                of(
                        "SELECT text FROM position JOIN server ON server.id = position.server"
                                + " WHERE server.name = ?");
        select.setString(1, server);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
        }
    }

    void move(long server, String position) throws SQLException {
        PreparedStatement update =
                of(
                        "INSERT INTO position VALUES(?, ?) ON CONFLICT DO UPDATE SET text=excluded.text");
        update.setLong(1, server);
        update.setString(2, position);
        update.execute();
    }

    void add(long server, MinuteRow row) throws SQLException {
        PreparedStatement insert =
                of(
                        """
                        INSERT INTO minute VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                        arrived = arrived + excluded.arrived, sent = sent + excluded.sent,
                        deferred = deferred + excluded.deferred, bounced = bounced + excluded.bounced,
                        rejected = rejected + excluded.rejected
                        """);
        insert.setLong(1, server);
        insert.setLong(2, minute(row.minute()));
        insert.setLong(3, domainId(row.domain()));
        insert.setString(4, row.cause() == null ? NO_CAUSE : row.cause().name());
        insert.setLong(5, row.arrived());
        insert.setLong(6, row.sent());
        insert.setLong(7, row.deferred());
        insert.setLong(8, row.bounced());
        insert.setLong(9, row.rejected());
        insert.execute();
    }

    void add(long server, LogGap gap) throws SQLException {
        PreparedStatement insert = of("INSERT INTO gap VALUES(?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, server);
        insert.setLong(2, gap.seen().toEpochMilli());
        insert.setString(3, gap.source());
        insert.setString(4, gap.cause().name());
        setLong(insert, 5, millis(gap.from()));
        setLong(insert, 6, millis(gap.to()));
        setLong(insert, 7, gap.lines());
        insert.execute();
    }

    List<MinuteRow> rows(String server, Instant from, Instant to) throws SQLException {
        PreparedStatement select =
                of(
                        """
                        SELECT minute, domain.name, cause, arrived, sent, deferred, bounced, rejected
                        FROM minute JOIN domain ON domain.id = minute.domain
                        JOIN server ON server.id = minute.server
                        WHERE server.name = ? AND minute >= ? AND minute < ?
                        ORDER BY minute, domain.name, cause
                        """);
        select.setString(1, server);
        select.setLong(2, minute(from));
        select.setLong(3, minute(to));
        List<MinuteRow> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(
                        new MinuteRow(
                                Instant.ofEpochSecond(found.getLong(1) * 60),
                                found.getString(2),
                                cause(found.getString(3)),
                                found.getLong(4),
                                found.getLong(5),
                                found.getLong(6),
                                found.getLong(7),
                                found.getLong(8)));
            }
        }
        return rows;
    }

    List<LogGap> gaps(String server, int most) throws SQLException {
        PreparedStatement select =
                of(
                        """
                        SELECT seen, source, cause, since, until, lines FROM gap
                        JOIN server ON server.id = gap.server
                        WHERE server.name = ? ORDER BY seen DESC, gap.rowid DESC LIMIT ?
                        """);
        select.setString(1, server);
        select.setInt(2, most);
        List<LogGap> gaps = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                gaps.add(
                        new LogGap(
                                Instant.ofEpochMilli(found.getLong(1)),
                                found.getString(2),
                                LogGap.Cause.valueOf(found.getString(3)),
                                instant(found, 4),
                                instant(found, 5),
                                number(found, 6)));
            }
        }
        Collections.reverse(gaps);
        return gaps;
    }

    /// Counts of minutes before `time`, and gaps seen before it.
    void forgetBefore(Instant time) throws SQLException {
        PreparedStatement counts = of("DELETE FROM minute WHERE minute < ?");
        counts.setLong(1, minute(time));
        counts.execute();
        PreparedStatement gaps = of("DELETE FROM gap WHERE seen < ?");
        gaps.setLong(1, time.toEpochMilli());
        gaps.execute();
    }

    long serverId(String name) throws SQLException {
        return idOf("server", name);
    }

    @Override
    public void close() throws SQLException {
        try {
            if (open) {
                end(false);
            }
        } finally {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        }
    }

    private long domainId(String name) throws SQLException {
        Long known = domains.get(name);
        if (known == null) {
            known = idOf("domain", name);
            domains.put(name, known);
        }
        return known;
    }

    private long idOf(String table, String name) throws SQLException {
        PreparedStatement insert =
                of("INSERT INTO " + table + "(name) VALUES(?) ON CONFLICT DO NOTHING");
        insert.setString(1, name);
        insert.execute();
        PreparedStatement select = of("SELECT id FROM " + table + " WHERE name = ?");
        select.setString(1, name);
        try (ResultSet found = select.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60);
    }

    private static void setLong(PreparedStatement statement, int at, @Nullable Long value)
            throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, value);
        }
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, int at) throws SQLException {
        Long millis = number(row, at);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long number(ResultSet row, int at) throws SQLException {
        long value = row.getLong(at);
        return row.wasNull() ? null : value;
    }

    private static @Nullable CauseClass cause(String name) {
        return name.equals(NO_CAUSE) ? null : CauseClass.valueOf(name);
    }
}
