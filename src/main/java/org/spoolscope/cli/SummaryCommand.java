package org.spoolscope.cli;

import java.util.concurrent.Callable;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.files.SummaryReader;
import org.spoolscope.postfix.summary.Summary;
import org.spoolscope.postfix.summary.SummaryCounter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `summary FILE...`: the totals of local logs.
@Command(name = "summary")
final class SummaryCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Mixin private LogOptions logs = new LogOptions();

    @Option(names = "--top", paramLabel = "10", descriptionKey = "cli.option.top")
    private int top = 10;

    private final Session session;

    SummaryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (top < 0 || top > MOST) {
            throw Failure.usage("cli.summary.top", top, MOST);
        }
        SummaryReader reader = new SummaryReader(logs.zone(session), session.clock());
        SummaryCounter counter = new SummaryCounter();
        int status = logs.read(session.terminal(), in -> reader.read(in, counter));
        Summary summary = counter.summary(top);
        if (session.wantsJson()) {
            session.json().line(line -> SummaryJson.write(line, summary));
        } else {
            new SummaryRows(session.terminal(), session.zone()).print(summary);
        }
        session.terminal().flush();
        if (summary.estimated()) {
            session.terminal().say(Words.get("cli.summary.estimated"));
        }
        return status;
    }
}
