package org.spoolscope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.LogSources;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.monitor.search.RemoteTrace;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneySearch;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.journey.JourneyTerm;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trace SERVER|--file FILE... TERM`: the journey of a message.
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
    public Integer call() throws Failure, InterruptedException {
        if (files.isEmpty()) {
            if (words.size() < 2) {
                throw Failure.usage("cli.trace.no-term");
            }
            return onServer(words.getFirst(), words.getLast());
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

    /// In the server's own logs, the old and packed ones included.
    private int onServer(String name, String term) throws Failure, InterruptedException {
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            List<String> logs =
                    new ReadableLogs(session.terminal(), name)
                            .files(LogSources.find(connection, server, facts));
            RemoteTrace.Collected collected =
                    new RemoteTrace(connection, logs, facts.zone(), session.clock())
                            .find(term, this::sayProgress);
            LogWindow lines = collected.lines();
            JourneySource source =
                    new JourneySource(
                            name,
                            reader -> lines.read(lines.first(), lines.end(), reader),
                            () -> new LogParser(facts.zone(), session.clock()));
            return report(
                    term,
                    new JourneySearch(List.of(source)).find(JourneyTerm.of(term)),
                    collected.whole());
        } catch (SshException e) {
            throw Failure.link(name, e.failure());
        } catch (IOException e) {
            throw new IllegalStateException("lines in memory can be read", e);
        }
    }

    /// What is searched is said once, and what can't be.
    private void sayProgress(int round, SearchedFile file) {
        String key =
                switch (file.state()) {
                    case SEARCHING -> "cli.trace.searching";
                    case DENIED -> "cli.trace.denied";
                    case NO_TOOL -> "cli.trace.no-tool";
                    case SKIPPED -> "";
                };
        if (round == 1 && !key.isEmpty()) {
            session.terminal().say(Words.get(key, file.path(), file.number(), file.of()));
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
