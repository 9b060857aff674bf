package org.spoolscope.ui.blocklist;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;

/// What the Blocklists page shows. JavaFX thread; the reading is done off it.
public final class BlocklistsViewModel {
    private final InstantSource clock;
    private final Times times;
    private final Lane<KnownLists, PageReading.Answer> lane;
    private final ReadOnlyObjectWrapper<PageReading.Answer> answer =
            new ReadOnlyObjectWrapper<>(PageReading.Answer.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable CellDetails> details =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> server = new ReadOnlyObjectWrapper<>();
    private KnownLists known = KnownLists.NOTHING;

    /// @param times in the zone that the person picked
    public BlocklistsViewModel(Background background, InstantSource clock, Times times) {
        this.clock = clock;
        this.times = times;
        PageReading reading = new PageReading(times);
        this.lane = background.lane(all -> reading.read(all, clock.instant()), this::answered);
    }

    ReadOnlyObjectProperty<PageReading.Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// The cell whose details are open, or null.
    ReadOnlyObjectProperty<@Nullable CellDetails> details() {
        return details.getReadOnlyProperty();
    }

    /// The only server that is shown, or null for all.
    public ReadOnlyObjectProperty<@Nullable String> server() {
        return server.getReadOnlyProperty();
    }

    Times times() {
        return times;
    }

    InstantSource clock() {
        return clock;
    }

    /// The names of the servers there are.
    List<String> servers() {
        return known.servers().stream().map(KnownLists.OfServer::server).toList();
    }

    /// Takes what is known now. What has not changed since costs nothing.
    public void show(KnownLists next) {
        if (!next.equals(known)) {
            known = next;
            lane.submit(inScope());
        }
    }

    /// Shows one server's addresses, or with null those of all.
    public void choose(@Nullable String name) {
        if (!Objects.equals(name, server.get())) {
            server.set(name);
            lane.supersede(inScope());
        }
    }

    private KnownLists inScope() {
        String only = server.get();
        return only == null
                ? known
                : new KnownLists(
                        known.servers().stream().filter(one -> one.server().equals(only)).toList(),
                        known.asked(),
                        known.catalogue(),
                        known.mutes());
    }

    /// Opens the details of a cell.
    void open(int row, int column) {
        details.set(CellDetails.of(answer.get(), row, column));
    }

    void close() {
        details.set(null);
    }

    /// What is said under the title: how much is asked whom, and how long ago.
    DisplayText summary() {
        PageHead head = answer.get().head();
        if (head.empty() != PageHead.Empty.NO) {
            return DisplayText.EMPTY;
        }
        if (head.underWay()) {
            return Words.get("blocklist.summary.checking", head.summary());
        }
        return Optional.ofNullable(head.checkedAt())
                .map(at ->
                        Words.get(
                                "blocklist.summary.ago",
                                head.summary(),
                                Figures.span(java.time.Duration.between(at, clock.instant()))))
                .orElse(head.summary());
    }

    private void answered(PageReading.Answer next) {
        CellDetails open = details.get();
        answer.set(next);
        if (open != null) {
            int row = next.matrix().row(open.row().list().name());
            int column = next.matrix().column(open.column().server(), open.column().subject());
            if (row < 0 || column < 0) {
                close();
            } else {
                open(row, column);
            }
        }
    }
}
