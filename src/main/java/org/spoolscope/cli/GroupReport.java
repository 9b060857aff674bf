package org.spoolscope.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.spoolscope.model.CauseWording;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.QueueCause;
import org.spoolscope.postfix.QueueGroups;

/// `--group`: how many messages have what in common.
final class GroupReport implements QueueReport {
    private final Session session;
    private final String server;
    private final QueueGroups.By by;
    private final Judgement judgement;
    private final ListedQueues queues = new ListedQueues();

    GroupReport(Session session, String server, QueueGroups.By by, Judgement judgement) {
        this.judgement = judgement;
        this.session = session;
        this.server = server;
        this.by = by;
    }

    @Override
    public void add(QueuedMessage message) {
        queues.add(message);
    }

    @Override
    public void end() {
        List<QueueGroups.Group> groups = QueueGroups.of(queues.rows(), by, judgement);
        if (session.wantsJson()) {
            JsonLines json = session.json();
            groups.forEach(group -> json.line(line -> write(line, group)));
        } else {
            print(groups);
        }
    }

    private void print(List<QueueGroups.Group> groups) {
        Table table =
                new Table(
                        session.terminal(),
                        List.of(
                                Column.number("cli.column.messages"),
                                Column.number("cli.column.recipients"),
                                Column.number("cli.column.oldest"),
                                Column.text("cli.column." + by.word()).atMost(140)));
        Instant now = session.clock().instant();
        for (QueueGroups.Group group : groups) {
            table.row(
                    List.of(
                            Painted.foreign(Figures.count(group.messages())),
                            Painted.foreign(Figures.count(group.recipients())),
                            Painted.foreign(Figures.span(Duration.between(group.oldest(), now))),
                            name(group)));
        }
        table.flush();
    }

    private Painted name(QueueGroups.Group group) {
        if (group.key().isEmpty()) {
            return new Painted(Words.get("cli.group.none." + by.word()), Tint.FAINT);
        }
        if (by == QueueGroups.By.CAUSE) {
            QueueCause cause = QueueCause.of(group.key());
            return Painted.plain(
                    CauseWording.of(cause.kind(), cause.who(), cause.list()).headline());
        }
        return Painted.plain(DisplayText.of(group.key()));
    }

    private void write(JsonLines.Members line, QueueGroups.Group group) {
        line.text("server", server);
        if (by == QueueGroups.By.CAUSE) {
            cause(line, group.key());
        } else {
            line.text(by.word(), group.key());
        }
        line.number("messages", group.messages())
                .number("recipients", group.recipients())
                .time("oldest", group.oldest())
                .text("sample", group.sample());
    }

    private static void cause(JsonLines.Members line, String key) {
        if (key.isEmpty()) {
            line.text("cause", key);
            return;
        }
        QueueCause cause = QueueCause.of(key);
        line.text("cause", cause.kind().label()).text("of", cause.who());
        if (!cause.list().isEmpty()) {
            line.text("list", cause.list());
        }
    }
}
