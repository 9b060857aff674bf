package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneySearch;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.journey.JourneyTerm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trace --file FILE... TERM`: the journey of a message.
@Command(name = "trace")
final class TraceCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            arity = "1..*",
            paramLabel = "FILE",
            descriptionKey = "cli.option.trace-file")
    private List<String> files = List.of();

    @Parameters(arity = "0..2", paramLabel = "TERM", descriptionKey = "cli.parameter.term")
    private List<String> words = List.of();

    private final Session session;

    TraceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, IOException {
        if (files.isEmpty()) {
            throw Failure.usage("cli.trace.no-file");
        }
        // "--file a b TERM": the option takes all that follows it.
        List<String> all = new ArrayList<>(files);
        all.addAll(words);
        String term = words.isEmpty() ? all.removeLast() : all.remove(files.size());
        if (all.isEmpty()) {
            throw Failure.usage("cli.trace.no-term");
        }
        List<JourneySource> sources =
                new TracedFiles(session.zone(), session.clock())
                        .sources(all.stream().map(Path::of).toList());
        return report(term, new JourneySearch(sources).find(JourneyTerm.of(term)));
    }

    private int report(String term, JourneySearch.Found found) {
        JourneyReport report =
                session.wantsJson()
                        ? new JourneyJson(session.json())
                        : new JourneyRows(session.terminal(), session.zone());
        for (Journey journey : found.journeys()) {
            report.print(journey);
        }
        session.terminal().flush();
        if (!found.whole()) {
            session.terminal().say(Words.get("cli.trace.not-all"));
        }
        if (found.journeys().isEmpty()) {
            session.terminal().say(Words.get("cli.trace.none", term));
            return ExitStatus.BAD;
        }
        return ExitStatus.OK;
    }
}
