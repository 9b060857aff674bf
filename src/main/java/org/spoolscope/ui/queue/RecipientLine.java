package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.theme.Style;

/// A line in the list of recipients: an address, and under the last of those that wait for the same
/// reason that reason, once.
///
/// @param address empty for a line that only says how many more there are
/// @param reason empty where the next line has the same
record RecipientLine(DisplayText address, DisplayText reason) {
    static List<RecipientLine> of(QueuedMessage message) {
        List<MessageText.To> all = MessageText.recipients(message);
        List<RecipientLine> lines = new ArrayList<>(all.size() + 1);
        for (int i = 0; i < all.size(); i++) {
            MessageText.To to = all.get(i);
            boolean repeated = i + 1 < all.size() && all.get(i + 1).reason().equals(to.reason());
            DisplayText reason =
                    to.reason().isEmpty() ? Words.get("queue.details.no-reason") : to.reason();
            lines.add(new RecipientLine(to.address(), repeated ? DisplayText.EMPTY : reason));
        }
        DisplayText more = MessageText.more(message);
        if (!more.isEmpty()) {
            lines.add(new RecipientLine(DisplayText.EMPTY, more));
        }
        return lines;
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
