package org.spoolscope.ui.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.journey.Journey;
import org.spoolscope.postfix.journey.JourneyMessage;
import org.spoolscope.postfix.journey.JourneySearch;
import org.spoolscope.postfix.journey.JourneySource;
import org.spoolscope.postfix.journey.JourneyTerm;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.postfix.schedule.RetrySchedule;

/// Finds messages in the lines that are in memory, and in those that a search of the servers' own
/// logs found, on all servers: a message goes on on the next hop. Any thread.
public final class WindowSearch implements MessageSearch {
    /// More than anyone looks through; whoever finds more looks for something narrower.
    private static final int MOST_FOUND = 200;

    private final InstantSource clock;

    /// @param clock what year-less times are compared with
    public WindowSearch(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public MessageAnswer find(Job job) {
        JourneyTerm term = JourneyTerm.of(job.query().term());
        JourneySearch.Found found = search(job, term);
        List<Timeline> timelines = new ArrayList<>();
        int more = 0;
        for (Journey journey : found.journeys().reversed()) {
            if (timelines.size() == MOST_FOUND) {
                more++;
                continue;
            }
            JourneyMessage meant = meant(journey, job.query(), term);
            Outlook outlook = outlook(job, meant);
            JourneyReading reading =
                    new JourneyReading(
                            meant,
                            parent(journey, meant),
                            outlook.schedule(),
                            clock.instant().plus(outlook.clockAhead()));
            timelines.add(reading.timeline());
        }
        // A short id may be in use on several servers: the one that was asked on comes first.
        timelines.sort((a, b) ->
                Boolean.compare(
                        b.server().equals(job.query().server()),
                        a.server().equals(job.query().server())));
        return new MessageAnswer(job.query(), timelines, more);
    }

    private JourneySearch.Found search(Job job, JourneyTerm term) {
        List<JourneySource> sources = new ArrayList<>();
        for (ServerSnapshot server : job.servers()) {
            LogWindow window = server.log().window();
            LogWindow old = job.old().get(server.name());
            ZoneId zone = server.zone();
            sources.add(
                    new JourneySource(
                            server.name(),
                            old == null
                                    ? reader -> window.read(window.first(), window.end(), reader)
                                    : new OldLines(old, window),
                            () -> new LogParser(zone, clock)));
        }
        try {
            return new JourneySearch(sources).find(term);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read but memory
        }
    }

    /// By the settings of the instance that wrote its lines; Postfix's own where it is not known.
    private static Outlook outlook(Job job, JourneyMessage message) {
        for (ServerSnapshot server : job.servers()) {
            for (InstanceQueue queue : server.queues()) {
                Instance instance = queue.instance();
                if (server.name().equals(message.server())
                        && instance.settings().syslogName().equals(message.instance())) {
                    return Outlook.of(instance, server.facts());
                }
            }
        }
        return new Outlook(
                new RetrySchedule(InstanceSettings.defaults(Instance.NO_NAME)), Duration.ZERO);
    }

    /// Of a journey the message with the id that was asked for, else the one it began as.
    private static JourneyMessage meant(Journey journey, MessageQuery query, JourneyTerm term) {
        JourneyMessage meant = null;
        for (JourneyMessage message : journey.messages()) {
            boolean asked = message.id().equals(term.text());
            if (asked && (meant == null || message.server().equals(query.server()))) {
                meant = message;
            }
        }
        return meant == null ? journey.start() : meant;
    }

    private static JourneyReading.@Nullable Parent parent(Journey journey, JourneyMessage of) {
        for (JourneyMessage message : journey.messages()) {
            for (JourneyMessage.Branch branch : message.next()) {
                if (branch.message().equals(of)) {
                    return new JourneyReading.Parent(branch.relation(), message);
                }
            }
        }
        return null;
    }
}
