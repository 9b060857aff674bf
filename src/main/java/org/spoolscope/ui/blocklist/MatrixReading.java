package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.CheckedAddress;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.ui.control.Times;

/// Puts what is known of all addresses into one matrix. Any thread.
final class MatrixReading {
    private record Place(String server, String subject, String list) {}

    private record MutedPlace(String subject, String list) {}

    private final Times times;
    private final Map<Place, ListStanding> standings = new HashMap<>();
    private final Set<MutedPlace> muted = new HashSet<>();
    private final Set<Matrix.Column> columns = new LinkedHashSet<>();
    private final Map<String, Blocklist> lists = new LinkedHashMap<>();

    MatrixReading(KnownLists known, Times times) {
        this.times = times;
        for (Mute mute : known.mutes()) {
            muted.add(new MutedPlace(mute.subject(), mute.list()));
        }
        take("", known.asked());
        known.servers().forEach(one -> take(one.server(), one.watch()));
    }

    private void take(String server, ListWatch watch) {
        Set<String> subjects = new HashSet<>();
        for (CheckedAddress address : watch.addresses()) {
            if (subjects.add(address.address())) {
                columns.add(new Matrix.Column(server, address.address(), address.why()));
            }
        }
        for (ListStanding standing : watch.standings()) {
            ListCheck check = standing.check();
            standings.put(new Place(server, check.subject(), check.list()), standing);
            if (subjects.add(check.subject())) {
                columns.add(new Matrix.Column(server, check.subject(), ""));
            }
        }
        watch.lists().forEach(list -> lists.putIfAbsent(list.name(), list));
    }

    Matrix matrix() {
        List<Matrix.Column> across = new ArrayList<>(columns);
        Map<Matrix.Column, Integer> listings = new HashMap<>();
        across.forEach(column -> listings.put(column, listings(column)));
        // What was asked by hand is what the person looks for; it stays in front.
        across.sort(
                Comparator.comparing((Matrix.Column column) -> !column.server().isEmpty())
                        .thenComparingInt(column -> -listings.getOrDefault(column, 0)));
        List<Matrix.Row> rows = new ArrayList<>();
        lists.values().forEach(list -> rows.add(row(list, across)));
        rows.sort(Comparator.comparingInt(MatrixReading::rank));
        return new Matrix(across, rows);
    }

    private int listings(Matrix.Column column) {
        int count = 0;
        for (Blocklist list : lists.values()) {
            count += cell(list, column).state().isListed() ? 1 : 0;
        }
        return count;
    }

    private Matrix.Row row(Blocklist list, List<Matrix.Column> across) {
        List<Matrix.Cell> cells = new ArrayList<>(across.size());
        across.forEach(column -> cells.add(cell(list, column)));
        return new Matrix.Row(list, ProbeText.of(cells, times), List.copyOf(cells));
    }

    private Matrix.Cell cell(Blocklist list, Matrix.Column column) {
        @Nullable ListStanding standing =
                standings.get(new Place(column.server(), column.subject(), list.name()));
        if (standing == null) {
            return new Matrix.Cell(CellState.unasked(list, column.subject()), null);
        }
        boolean quiet = muted.contains(new MutedPlace(column.subject(), list.name()));
        return new Matrix.Cell(CellState.of(standing, quiet), standing);
    }

    private static int rank(Matrix.Row row) {
        boolean answered = false;
        for (Matrix.Cell cell : row.cells()) {
            if (cell.state().isListed()) {
                return 0;
            }
            answered |= cell.standing() != null && cell.standing().check().verdict().isAnswer();
        }
        return answered ? 1 : 2;
    }
}
