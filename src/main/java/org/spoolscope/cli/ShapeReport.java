package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.QueueShape;

/// `--shape`: how many recipients of which domain have waited how long, as qshape(1) prints it.
final class ShapeReport implements QueueReport {
    private final Session session;
    private final String server;
    private final ListedQueues queues = new ListedQueues();

    ShapeReport(Session session, String server) {
        this.session = session;
        this.server = server;
    }

    @Override
    public void add(QueuedMessage message) {
        queues.add(message);
    }

    @Override
    public void end() {
        QueueShape shape = QueueShape.of(queues.rows(), session.clock().instant());
        if (session.wantsJson()) {
            JsonLines json = session.json();
            shape.rows().forEach(row -> json.line(line -> write(line, row)));
        } else {
            print(shape);
        }
    }

    private void print(QueueShape shape) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("cli.column.domain").atMost(60));
        columns.add(Column.number("cli.column.total"));
        for (int i = 0; i < QueueShape.COLUMNS; i++) {
            columns.add(Column.number("cli.column.minutes." + QueueShape.heading(i)));
        }
        Table table = new Table(session.terminal(), columns);
        row(table, shape.total());
        shape.rows().forEach(row -> row(table, row));
        table.flush();
    }

    private static void row(Table table, QueueShape.Row row) {
        List<Painted> cells = new ArrayList<>();
        cells.add(Painted.foreign(row.domain()));
        cells.add(Painted.foreign(Figures.count(row.recipients())));
        row.ages()
                .forEach(count ->
                        cells.add(
                                new Painted(
                                        Painted.foreign(Figures.count(count)).text(),
                                        count == 0 ? Tint.FAINT : Tint.PLAIN)));
        table.row(cells);
    }

    private void write(JsonLines.Members line, QueueShape.Row row) {
        line.text("server", server)
                .text("domain", row.domain())
                .number("recipients", row.recipients())
                .object(
                        "ages",
                        ages ->
                                IntStream.range(0, QueueShape.COLUMNS)
                                        .forEach(i ->
                                                ages.number(
                                                        QueueShape.heading(i), row.ages().get(i))));
    }
}
