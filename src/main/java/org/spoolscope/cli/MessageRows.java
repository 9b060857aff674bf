package org.spoolscope.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.Words;

/// One row per message: who waits, for whom, how long and why.
final class MessageRows implements QueueReport {
    private static final int ADDRESS = 40;
    private static final int REASON = 120;

    private final Terminal terminal;
    private final Instant now;
    private final boolean showsInstance;
    private final Table table;
    private int rows;

    /// @param now the time that ages count up to
    /// @param showsInstance whether there is more than one
    MessageRows(Terminal terminal, Instant now, boolean showsInstance) {
        this.terminal = terminal;
        this.now = now;
        this.showsInstance = showsInstance;
        List<Column> columns = new ArrayList<>();
        if (showsInstance) {
            columns.add(Column.text("cli.column.instance"));
        }
        columns.add(Column.text("cli.column.queue").atLeast(8));
        columns.add(Column.text("cli.column.id").atLeast(11));
        columns.add(Column.number("cli.column.age").atLeast(8));
        columns.add(Column.number("cli.column.size").atLeast(7));
        columns.add(Column.text("cli.column.sender").atMost(ADDRESS));
        columns.add(Column.text("cli.column.recipients").atMost(ADDRESS));
        columns.add(Column.text("cli.column.reason").atMost(REASON));
        table = new Table(terminal, columns);
    }

    @Override
    public void add(QueuedMessage message) {
        rows++;
        List<Painted> row = new ArrayList<>();
        if (showsInstance) {
            row.add(Painted.foreign(message.instance()));
        }
        row.add(queue(message));
        row.add(Painted.foreign(message.id().value()));
        row.add(Painted.foreign(Figures.span(Duration.between(message.arrival(), now))));
        row.add(Painted.foreign(Figures.bytes(message.size())));
        row.add(Painted.foreign(message.sender().isEmpty() ? "<>" : message.sender()));
        row.add(Painted.plain(recipients(message.recipients())));
        row.add(Painted.foreign(reason(message.recipients())));
        table.row(row);
    }

    @Override
    public void end() {
        table.flush();
        terminal.flush();
        terminal.say(Words.get("cli.queue.messages", Figures.count(rows)));
    }

    private static Painted queue(QueuedMessage message) {
        DisplayText label = DisplayText.of(message.queue().label());
        if (message.forcedExpire()) {
            return new Painted(Words.get("cli.queue.expiring", label), Tint.WARN);
        }
        boolean held = message.queue() == QueueName.HOLD;
        return new Painted(label, held ? Tint.WARN : Tint.PLAIN);
    }

    private static DisplayText recipients(List<Recipient> recipients) {
        return switch (recipients.size()) {
            case 0 -> DisplayText.EMPTY;
            case 1 -> DisplayText.of(recipients.getFirst().address());
            default ->
                    Words.get(
                            "cli.queue.recipients",
                            DisplayWidth.clip(
                                    DisplayText.of(recipients.getFirst().address()), ADDRESS - 8),
                            Figures.count(recipients.size() - 1));
        };
    }

    private static String reason(List<Recipient> recipients) {
        return recipients.stream()
                .map(Recipient::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
