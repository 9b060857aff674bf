package org.spoolscope.ui.queue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.TableRows;
import org.spoolscope.postfix.schedule.Outlook;

/// Messages of several servers in an order. Rows are made when they are asked for: what is kept is
/// a number for each. Immutable.
public final class QueueRows extends AbstractList<QueueRow> implements RandomAccess {
    public static final QueueRows NONE = new QueueRows(List.of(), List.of(), TableRows.NONE);

    /// The server of each of the tables.
    private final List<String> servers;

    /// What is ahead of the messages of each of them.
    private final List<Outlook> outlooks;

    private final TableRows rows;

    private QueueRows(List<String> servers, List<Outlook> outlooks, TableRows rows) {
        this.servers = servers;
        this.outlooks = outlooks;
        this.rows = rows;
    }

    /// All that is listed.
    public static QueueRows of(List<ServerSnapshot> servers) {
        List<String> names = new ArrayList<>();
        List<Outlook> outlooks = new ArrayList<>();
        List<QueueTable> tables = new ArrayList<>();
        for (ServerSnapshot server : servers) {
            for (InstanceQueue queue : server.queues()) {
                KnownQueue known = queue.known();
                if (known != null) {
                    names.add(server.name());
                    outlooks.add(Outlook.of(queue.instance(), server.facts()));
                    tables.add(known.messages());
                }
            }
        }
        return new QueueRows(List.copyOf(names), List.copyOf(outlooks), TableRows.all(tables));
    }

    List<String> servers() {
        return servers;
    }

    /// Of a table's instance.
    Outlook outlook(int table) {
        return outlooks.get(table);
    }

    TableRows rows() {
        return rows;
    }

    /// Others of the same tables.
    QueueRows with(TableRows others) {
        return new QueueRows(servers, outlooks, others);
    }

    /// Whether there are rows of more than one server.
    boolean ofSeveralServers() {
        if (servers.stream().distinct().count() < 2) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!server(rows.row(i)).equals(server(rows.row(0)))) {
                return true;
            }
        }
        return false;
    }

    /// Where the row of this message is, or -1.
    int place(QueueRow.Key key) {
        for (int table = 0; table < servers.size(); table++) {
            QueueTable its = rows.tables().get(table);
            int row = isOf(table, key.server(), key.instance()) ? its.row(key.id()) : -1;
            if (row >= 0) {
                return placeOf(rows.firstRow(table) + row);
            }
        }
        return -1;
    }

    private int placeOf(int row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.row(i) == row) {
                return i;
            }
        }
        return -1;
    }

    /// For each place here the place of the same message in others, or -1.
    int[] placesIn(QueueRows others) {
        int[] placeOfRow = new int[others.rows.total()];
        Arrays.fill(placeOfRow, -1);
        for (int i = 0; i < others.size(); i++) {
            placeOfRow[others.rows.row(i)] = i;
        }
        int[][] rowsThere = new int[servers.size()][];
        int[] firstThere = new int[servers.size()];
        for (int table = 0; table < servers.size(); table++) {
            int there = others.table(servers.get(table), rows.tables().get(table).instance());
            if (there >= 0) {
                rowsThere[table] = rows.tables().get(table).rowsIn(others.rows.tables().get(there));
                firstThere[table] = others.rows.firstRow(there);
            }
        }
        int[] places = new int[rows.size()];
        for (int i = 0; i < places.length; i++) {
            int row = rows.row(i);
            int table = rows.table(row);
            int there =
                    rowsThere[table] == null ? -1 : rowsThere[table][row - rows.firstRow(table)];
            places[i] = there < 0 ? -1 : placeOfRow[firstThere[table] + there];
        }
        return places;
    }

    private int table(String server, String instance) {
        for (int table = 0; table < servers.size(); table++) {
            if (isOf(table, server, instance)) {
                return table;
            }
        }
        return -1;
    }

    private boolean isOf(int table, String server, String instance) {
        return servers.get(table).equals(server)
                && rows.tables().get(table).instance().equals(instance);
    }

    private String server(int row) {
        return servers.get(rows.table(row));
    }

    @Override
    public QueueRow get(int place) {
        int table = rows.table(rows.row(place));
        return new QueueRow(servers.get(table), rows.message(place), outlooks.get(table));
    }

    @Override
    public int size() {
        return rows.size();
    }
}
