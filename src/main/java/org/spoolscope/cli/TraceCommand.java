package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneySearch;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.journey.JourneyTerm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trace SERVER...|--file FILE... TERM`: the journey of a message.
@Command(name = "trace")
final class TraceCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            arity = "1..*",
            paramLabel = "FILE",
            descriptionKey = "cli.option.trace-file")
    private List<String> files = List.of();

    @Parameters(
            arity = "0..*",
            paramLabel = "SERVER... TERM",
            hideParamSyntax = true,
            descriptionKey = "cli.parameter.term")
    private List<String> words = List.of();

    private final Session session;

    TraceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (files.isEmpty()) {
            if (words.size() < 2) {
                throw Failure.usage("cli.trace.no-term");
            }
            return onServers(words.subList(0, words.size() - 1), words.getLast());
        }
        // "--file a b TERM": the option takes all that follows it.
        List<String> all = new ArrayList<>(files);
        all.addAll(words);
        String term = words.isEmpty() ? all.removeLast() : all.remove(files.size());
        if (all.isEmpty()) {
            throw Failure.usage("cli.trace.no-term");
        }
        try {
            List<JourneySource> sources =
                    new TracedFiles(session.zone(), session.clock())
                            .sources(all.stream().map(Path::of).toList());
            return report(term, new JourneySearch(sources).find(JourneyTerm.of(term)), true);
        } catch (IOException | InvalidPathException e) {
            throw Failure.usage("cli.log.unreadable", String.join(", ", all), LogOptions.why(e));
        }
    }

    /// In the servers' own logs, the old and packed ones included.
    private int onServers(List<String> names, String term) throws Failure, InterruptedException {
        List<ServerConfig> configured = new ArrayList<>();
        for (String name : names) {
            configured.add(session.server(name));
        }
        try (TracedServers servers = new TracedServers(session)) {
            servers.connect(configured);
            boolean whole = servers.collect(term);
            return report(
                    term, new JourneySearch(servers.sources()).find(JourneyTerm.of(term)), whole);
        } catch (IOException e) {
            throw new IllegalStateException("lines in memory can be read", e);
        }
    }

    private int report(String term, JourneySearch.Found found, boolean whole) {
        JourneyReport report =
                session.wantsJson()
                        ? new JourneyJson(session.json())
                        : new JourneyRows(session.terminal(), session.zone());
        for (Journey journey : found.journeys()) {
            report.print(journey);
        }
        session.terminal().flush();
        if (!found.whole() || !whole) {
            session.terminal().say(Words.get("cli.trace.not-all"));
        }
        if (found.journeys().isEmpty()) {
            session.terminal().say(Words.get("cli.trace.none", term));
            return ExitStatus.BAD;
        }
        return ExitStatus.OK;
    }
}
