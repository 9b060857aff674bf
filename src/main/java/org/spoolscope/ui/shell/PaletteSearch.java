package org.spoolscope.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.shell.PaletteItem.Choice;
import org.spoolscope.ui.shell.PaletteItem.Kind;

/// Finds what a person may mean. Looks into memory only; any thread.
final class PaletteSearch {
    /// What is looked for, and in what.
    record Question(String typed, FleetSnapshot fleet, List<Command> commands) {
        Question {
            commands = List.copyOf(commands);
        }
    }

    private static final int MOST = 9;

    /// How well a name fits: the same, its start, the start of a word, somewhere, not at all.
    private static final int NOT = 9;

    private record Ranked(int rank, PaletteItem item) {}

    private final PaletteTerm term;
    private final Question question;
    private final List<Ranked> found = new ArrayList<>();

    private PaletteSearch(Question question) {
        this.question = question;
        this.term = PaletteTerm.of(question.typed());
    }

    /// What fits best first; of an empty text the pages and commands there are.
    static List<PaletteItem> find(Question question) {
        PaletteSearch search = new PaletteSearch(question);
        search.shapes();
        search.servers();
        search.pages();
        search.commands();
        search.searches();
        return search.found.stream()
                .sorted(
                        Comparator.comparingInt(Ranked::rank)
                                .thenComparing(one -> one.item().kind()))
                .map(Ranked::item)
                .limit(question.typed().isBlank() ? Long.MAX_VALUE : MOST)
                .toList();
    }

    /// By what the text looks like.
    private void shapes() {
        if (term.isIp()) {
            add(
                    0,
                    Kind.ADDRESS,
                    Words.get("palette.check-ip", term.text()),
                    Words.get("palette.check-ip.is"),
                    new Choice.Check(term.text()));
        }
        if (term.isQueueId()) {
            question.fleet().servers().forEach(this::message);
            go(
                    1,
                    Kind.MESSAGE,
                    Words.get("palette.trace", term.text()),
                    new Place.Message("", term.text()));
        }
        if (term.isMailAddress()) {
            go(
                    0,
                    Kind.MESSAGE,
                    Words.get("palette.trace", term.text()),
                    new Place.Message("", term.text()));
        }
    }

    private void message(ServerSnapshot server) {
        for (InstanceQueue queue : server.queues()) {
            @Nullable QueuedMessage message = find(queue.known());
            if (message != null) {
                String id = message.id().value();
                add(
                        0,
                        Kind.MESSAGE,
                        DisplayText.of(id),
                        Words.get(
                                "palette.message",
                                server.name(),
                                message.queue().label(),
                                DisplayText.ofPerson(message.sender())),
                        new Choice.Go(new Place.Message(server.name(), id)));
            }
        }
    }

    /// Short ids are in capital letters, which people need not type.
    private @Nullable QueuedMessage find(@Nullable KnownQueue known) {
        if (known == null) {
            return null;
        }
        QueuedMessage message = known.messages().find(new QueueId(term.text()));
        return message != null
                ? message
                : known.messages().find(new QueueId(term.text().toUpperCase(Locale.ROOT)));
    }

    private void servers() {
        for (ServerSnapshot server : question.fleet().servers()) {
            int rank =
                    Stream.concat(
                                    Stream.of(server.name(), server.config().host()),
                                    server.config().tags().stream())
                            .mapToInt(this::rank)
                            .min()
                            .orElse(NOT);
            if (!term.isEmpty()) {
                add(
                        rank,
                        Kind.SERVER,
                        DisplayText.of(server.name()),
                        server.hasListing()
                                ? Words.get(
                                        "palette.server",
                                        server.config().host(),
                                        Figures.count(server.counts().total()))
                                : DisplayText.of(server.config().host()),
                        new Choice.Go(new Place.Server(server.name())));
            }
        }
    }

    private void pages() {
        page("shell.fleet", "Ctrl+1", new Place.FleetOverview());
        page("shell.queue", "Ctrl+2", new Place.Queue(""));
        page("shell.log", "Ctrl+3", new Place.Log("", ""));
        page("shell.destinations", "Ctrl+4", new Place.Destinations(""));
        page("shell.blocklists", "Ctrl+5", new Place.Blocklists(""));
        page("shell.deliverability", "Ctrl+6", new Place.Deliverability(""));
        page("shell.actions", "Ctrl+7", new Place.Actions());
    }

    private void page(String key, String keys, Place place) {
        DisplayText name = Words.get(key);
        add(rank(name.toString()), Kind.PAGE, name, DisplayText.of(keys), new Choice.Go(place));
    }

    private void commands() {
        for (Command command : question.commands()) {
            add(
                    rank(command.name().toString()),
                    Kind.COMMAND,
                    command.name(),
                    command.keys(),
                    new Choice.Run(command));
        }
    }

    /// What was not meant otherwise is looked for where mail is.
    private void searches() {
        if (term.isEmpty()) {
            return;
        }
        String filter = question.typed().strip();
        DisplayText shown =
                term.namesNobody() ? DisplayText.of(filter) : DisplayText.ofPerson(filter);
        int rank = term.isFilter() ? 0 : NOT - 1;
        go(rank, Kind.SEARCH, Words.get("palette.queue", shown), new Place.Queue(filter));
        go(rank, Kind.SEARCH, Words.get("palette.log", shown), new Place.Log("", filter));
    }

    private void go(int rank, Kind kind, DisplayText title, Place place) {
        add(rank, kind, title, DisplayText.EMPTY, new Choice.Go(place));
    }

    private void add(int rank, Kind kind, DisplayText title, DisplayText detail, Choice choice) {
        if (rank < NOT) {
            found.add(new Ranked(rank, new PaletteItem(kind, title, detail, choice)));
        }
    }

    private int rank(String name) {
        if (term.isEmpty()) {
            return 1;
        }
        String in = name.toLowerCase(Locale.ROOT);
        String text = term.text().toLowerCase(Locale.ROOT);
        if (in.equals(text)) {
            return 0;
        }
        if (in.startsWith(text)) {
            return 2;
        }
        if (in.contains(" " + text) || in.contains("-" + text) || in.contains("." + text)) {
            return 3;
        }
        return in.contains(text) ? 4 : NOT;
    }
}
