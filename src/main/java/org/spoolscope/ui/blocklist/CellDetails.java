package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListWatch;

/// One address and one list, with all that is known.
///
/// @param history what has changed, the newest first
record CellDetails(
        Matrix.Column column, Matrix.Row row, Matrix.Cell cell, List<ListChange> history) {
    CellDetails {
        history = List.copyOf(history);
    }

    static CellDetails of(PageReading.Answer answer, int row, int column) {
        Matrix.Column address = answer.matrix().columns().get(column);
        Matrix.Row list = answer.matrix().rows().get(row);
        List<ListChange> history = new ArrayList<>();
        for (ListChange change : watch(answer.known(), address.server()).history()) {
            if (change.now().subject().equals(address.subject())
                    && change.now().list().equals(list.list().name())) {
                history.add(change);
            }
        }
        return new CellDetails(address, list, list.cells().get(column), history);
    }

    private static ListWatch watch(KnownLists known, String server) {
        return server.isEmpty()
                ? known.asked()
                : known.servers().stream()
                        .filter(one -> one.server().equals(server))
                        .map(KnownLists.OfServer::watch)
                        .findFirst()
                        .orElse(ListWatch.NONE);
    }
}
