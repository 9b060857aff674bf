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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;

/// The SQL, for one piece of work; what was begun and not ended is undone at the end.
final class Statements implements AutoCloseable {
    /// `cause` of what was sent: a primary key takes two NULLs for different.
    private static final String NO_CAUSE = "";

    private static final String ADDED_UP =
            """
             ON CONFLICT DO UPDATE SET
            arrived = arrived + excluded.arrived, sent = sent + excluded.sent,
            deferred = deferred + excluded.deferred, bounced = bounced + excluded.bounced,
            rejected = rejected + excluded.rejected
            """;

    private static final int ROWS_AT_ONCE = 32;
    private static final int COLUMNS = 9;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, Long> domains;
    private boolean open;

    /// A row, and where it belongs.
    private record Placed(long minute, long domain, MinuteRow row) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            int byMinute = Long.compare(minute, other.minute);
            return byMinute == 0 ? Long.compare(domain, other.domain) : byMinute;
        }
    }

    /// @param domains ids that are known, to be added to
    Statements(Connection connection, Map<String, Long> domains) {
        this.connection = connection;
        this.domains = domains;
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

    /// Many rows in one statement, in the order of the table, take half the time of as many
    /// statements: each part of the table is changed once.
    void add(long server, List<MinuteRow> rows) throws SQLException {
        List<Placed> placed = new ArrayList<>(rows.size());
        for (MinuteRow row : rows) {
            placed.add(new Placed(minute(row.minute()), domainId(row.domain()), row));
        }
        Collections.sort(placed);
        for (int from = 0; from < placed.size(); from += ROWS_AT_ONCE) {
            List<Placed> part = placed.subList(from, Math.min(from + ROWS_AT_ONCE, placed.size()));
            PreparedStatement insert = of(insertOf(part.size()));
            for (int i = 0; i < part.size(); i++) {
                set(insert, i * COLUMNS, server, part.get(i));
            }
            insert.execute();
        }
    }

    private static String insertOf(int rows) {
        return "INSERT INTO minute VALUES"
                + String.join(", ", Collections.nCopies(rows, "(?, ?, ?, ?, ?, ?, ?, ?, ?)"))
                + ADDED_UP;
    }

    /// @param before how many parameters come first
    private static void set(PreparedStatement insert, int before, long server, Placed placed)
            throws SQLException {
        MinuteRow row = placed.row();
        insert.setLong(before + 1, server);
        insert.setLong(before + 2, placed.minute());
        insert.setLong(before + 3, placed.domain());
        insert.setString(before + 4, row.cause() == null ? NO_CAUSE : row.cause().name());
        insert.setLong(before + 5, row.arrived());
        insert.setLong(before + 6, row.sent());
        insert.setLong(before + 7, row.deferred());
        insert.setLong(before + 8, row.bounced());
        insert.setLong(before + 9, row.rejected());
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
        Long known = id(of("SELECT id FROM " + table + " WHERE name = ?"), name);
        return known == null
                ? Objects.requireNonNull(
                        id(of("INSERT INTO " + table + "(name) VALUES(?) RETURNING id"), name))
                : known;
    }

    private static @Nullable Long id(PreparedStatement statement, String name) throws SQLException {
        statement.setString(1, name);
        try (ResultSet found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) : null;
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
