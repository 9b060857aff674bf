package org.spoolscope.postfix.journey;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogWindow;
import org.spoolscope.postfix.journey.Mention.Facts;
import org.spoolscope.postfix.journey.Mention.Link;
import org.spoolscope.postfix.log.LogEvent;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;

/// One reading of one server's log: collects the lines of the ids that are looked for, and finds
/// further ones.
final class Pass implements LogWindow.Reader {
    private final int source;
    private final List<Integer> own;
    private final List<Integer> others;
    private final LogParser parser;
    private final JourneyTerm term;
    private final WantedIds wanted;
    private final Mentions mentions;
    private final LogLine line = new LogLine();
    private final ProcessLines processes = new ProcessLines();
    private final NextInstances instances = new NextInstances();

    Pass(
            int source,
            int sources,
            LogParser parser,
            JourneyTerm term,
            WantedIds wanted,
            Mentions mentions) {
        this.source = source;
        own = List.of(source);
        others = IntStream.range(0, sources).filter(i -> i != source).boxed().toList();
        this.parser = parser;
        this.term = term;
        this.wanted = wanted;
        this.mentions = mentions;
    }

    @Override
    public void line(long number, byte[] bytes, int from, int to) {
        parser.parse(bytes, from, to, line);
        if (line.event() == LogEvent.FOREIGN) {
            return;
        }
        instances.note(line);
        if (!line.has(LogField.ID)) {
            String message = processes.note(line, number);
            if (message != null && wanted.has(source, message)) {
                add(message, LineReading.step(line, number), number, false, null, Facts.NONE);
            }
            return;
        }
        boolean matches = term.fits(line);
        if (matches) {
            wanted.add(source, line.textOrEmpty(LogField.ID));
        }
        boolean known = matches || wanted.has(source, line, LogField.ID);
        Link link = mayLink() ? LineReading.link(line) : null;
        if (!known && link != null && isWanted(link)) {
            wanted.add(source, line.textOrEmpty(LogField.ID));
            known = true;
        }
        if (known) {
            know(number, matches, link);
        } else if (isOfProcess()) {
            processes.pass(line);
        }
    }

    /// All lines were read: where there are several instances, one may have handed a message to
    /// another at an address that does not say so.
    void end() {
        for (String id : instances.ids()) {
            wanted.add(source, id);
        }
    }

    private void know(long number, boolean matches, @Nullable Link link) {
        String id = line.textOrEmpty(LogField.ID);
        if (isOfProcess()) {
            for (Step before : processes.take(line)) {
                add(id, before, before.line(), false, null, Facts.NONE);
            }
        }
        add(id, LineReading.step(line, number), number, matches, link, LineReading.facts(line));
        if (link != null) {
            want(link);
        }
    }

    private void add(
            String id, Step step, long number, boolean matches, @Nullable Link link, Facts facts) {
        mentions.add(
                new Mention(
                        source,
                        LineReading.instance(line),
                        id,
                        number,
                        line.micros(),
                        matches,
                        step,
                        link,
                        facts));
    }

    private boolean isOfProcess() {
        return line.event() == LogEvent.CLIENT || line.event() == LogEvent.DELIVERY;
    }

    private boolean mayLink() {
        return switch (line.event()) {
            case BOUNCE_NOTICE, PICKUP, CLIENT, DELIVERY -> true;
            default -> false;
        };
    }

    /// Whether the message that a line of another one names is looked for.
    private boolean isWanted(Link link) {
        if (link.relation() == Relation.NEXT_HOP && wanted.has(source, link.id())) {
            return true; // in another instance
        }
        for (int other : targets(link)) {
            if (wanted.has(other, link.id())) {
                return true;
            }
        }
        return false;
    }

    private void want(Link link) {
        if (link.relation() == Relation.NEXT_HOP) {
            instances.handedOn(link.id());
        }
        for (int other : targets(link)) {
            wanted.add(other, link.id());
        }
    }

    /// On which servers the other message may be.
    private List<Integer> targets(Link link) {
        return link.relation() == Relation.NEXT_HOP ? others : own;
    }
}
