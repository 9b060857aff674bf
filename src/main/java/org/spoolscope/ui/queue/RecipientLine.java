package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// A line in the list of recipients: an address and its reason, or a reason that the addresses of
/// the next lines share, said once.
///
/// @param address empty for a shared reason, and for how many more there are
/// @param reason empty where it has been said above
record RecipientLine(DisplayText address, DisplayText reason) {
    /// Whose names are looked for in a reason that they share.
    private static final int MOST_NAMED = 20;

    static List<RecipientLine> of(QueuedMessage message) {
        List<MessageText.To> all = MessageText.recipients(message);
        List<RecipientLine> lines = new ArrayList<>(all.size() + 1);
        for (int i = 0; i < all.size(); ) {
            int end = i + 1;
            while (end < all.size() && all.get(end).reason().equals(all.get(i).reason())) {
                end++;
            }
            addRun(lines, all.subList(i, end));
            i = end;
        }
        DisplayText more = MessageText.more(message);
        if (!more.isEmpty()) {
            lines.add(new RecipientLine(DisplayText.EMPTY, more));
        }
        return lines;
    }

    /// Adds recipients that wait for the same reason.
    private static void addRun(List<RecipientLine> lines, List<MessageText.To> run) {
        DisplayText on = run.getFirst().reason().naming(addresses(run));
        DisplayText reason = on.isEmpty() ? Words.get("queue.details.no-reason") : on;
        if (run.size() == 1) {
            lines.add(new RecipientLine(run.getFirst().address(), reason));
            return;
        }
        DisplayText shared = Words.get("queue.details.shared", Figures.count(run.size()), reason);
        lines.add(new RecipientLine(DisplayText.EMPTY, shared));
        for (MessageText.To to : run) {
            lines.add(new RecipientLine(to.address(), DisplayText.EMPTY));
        }
    }

    private static List<String> addresses(List<MessageText.To> run) {
        return run.stream().limit(MOST_NAMED).map(to -> to.address().toString()).toList();
    }

    /// Breaks its text at the width of the list.
    static final class Cell extends ListCell<RecipientLine> {
        private final Label address = Labels.wrapped(DisplayText.EMPTY);
        private final Label reason = Labels.wrapped(DisplayText.EMPTY, Style.SMALL, Style.MUTED);
        private final VBox both = Boxes.column(Style.GAP_4, address, reason);

        Cell() {
            setPrefWidth(0);
            address.setMinHeight(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable RecipientLine line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            Labels.set(address, line.address());
            Labels.set(reason, line.reason());
            Boxes.show(address, !line.address().isEmpty());
            Boxes.show(reason, !line.reason().isEmpty());
            setGraphic(both);
        }
    }
}
