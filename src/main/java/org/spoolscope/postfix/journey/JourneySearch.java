package org.spoolscope.postfix.journey;

import java.io.IOException;
import java.util.List;

/// Looks for the journeys of messages in the logs of one or several servers.
///
/// Reads all logs until no further id turns up: once when the id is known and nothing leads
/// elsewhere, mostly twice, at most [#READINGS] times.
public final class JourneySearch {
    static final int READINGS = 8;

    private final List<JourneySource> sources;

    /// What was found.
    ///
    /// @param journeys by the time of their beginning
    /// @param whole whether that is all: false when there were too many messages or lines
    public record Found(List<Journey> journeys, boolean whole) {
        public Found {
            journeys = List.copyOf(journeys);
        }
    }

    public JourneySearch(List<JourneySource> sources) {
        this.sources = List.copyOf(sources);
    }

    /// Reads the logs, on the caller's thread.
    ///
    /// @throws IOException when a log can't be read
    public Found find(JourneyTerm term) throws IOException {
        WantedIds wanted = new WantedIds(sources.size());
        if (term.isQueueId()) {
            for (int i = 0; i < sources.size(); i++) {
                wanted.add(i, term.text());
            }
            wanted.takeGrown();
        }
        Mentions mentions = new Mentions();
        boolean complete = false;
        for (int reading = 0; reading < READINGS && !complete; reading++) {
            mentions = new Mentions();
            for (int i = 0; i < sources.size(); i++) {
                JourneySource source = sources.get(i);
                Pass pass =
                        new Pass(i, sources.size(), source.parser().get(), term, wanted, mentions);
                source.lines().read(pass);
                pass.end();
            }
            complete = !wanted.takeGrown();
            if (wanted.isDropped() && reading > 0) {
                break;
            }
        }
        List<String> servers = sources.stream().map(JourneySource::server).toList();
        return new Found(
                new Assembly(servers, mentions.all()).journeys(),
                complete && !wanted.isDropped() && !mentions.isFull());
    }
}
