package org.spoolscope.cli;

import java.util.concurrent.Callable;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.files.EventReader;
import org.spoolscope.postfix.log.LogEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `events FILE...`: what local logs say, one line each.
@Command(name = "events")
final class EventsCommand implements Callable<Integer> {
    @Mixin private LogOptions logs = new LogOptions();

    private final Session session;
    private long events;
    private long others;
    private long foreign;

    EventsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        EventReport report =
                session.wantsJson()
                        ? new EventJson(session.json())
                        : new EventRows(session.terminal(), session.zone());
        var zone = logs.zone(session);
        int status =
                logs.read(
                        session.terminal(),
                        in ->
                                new EventReader(zone, session.clock())
                                        .read(
                                                in,
                                                line -> {
                                                    if (line.event() == LogEvent.FOREIGN) {
                                                        foreign++;
                                                        return;
                                                    }
                                                    others +=
                                                            line.event() == LogEvent.OTHER ? 1 : 0;
                                                    events++;
                                                    report.add(line);
                                                }));
        report.end();
        session.terminal().flush();
        session.terminal()
                .say(
                        Words.get(
                                "cli.events.count",
                                Figures.count(events),
                                Figures.count(others),
                                Figures.count(foreign)));
        return status;
    }
}
