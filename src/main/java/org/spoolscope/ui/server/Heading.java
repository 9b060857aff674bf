package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Link;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.state.DrainText;

/// The first line of the page: which server, how fresh what is known about it is, and whether its
/// queue drains.
record Heading(DisplayText name, Tone tone, DisplayText details) {
    static Heading of(ServerSnapshot server, Instant now, Times times) {
        StringJoiner details = new StringJoiner(" · ");
        ServerFacts facts = server.facts();
        if (facts != null && !facts.postfix().isEmpty()) {
            details.add(Words.get("server.postfix", facts.postfix()).toString());
        }
        details.add(server.config().host());
        details.add(link(server.link()).toString());
        details.add(listing(server, now).toString());
        if (server.link().isUp() && server.hasListing() && server.counts().total() > 0) {
            details.add(DrainText.of(server.growth().drain(), now, times).toString());
        }
        return new Heading(
                DisplayText.of(server.name()), tone(server), DisplayText.of(details.toString()));
    }

    /// By shape and colour: a lost link is a thing to act on, a paused one is not.
    private static Tone tone(ServerSnapshot server) {
        return switch (server.link()) {
            case Link.Paused _, Link.Connecting _ -> Tone.OFF;
            case Link.Down _ -> Tone.BAD;
            case Link.Silent _ -> Tone.WARN;
            case Link.Online _ ->
                    server.severity() == Trouble.Severity.NOTE
                            ? Tone.OK
                            : Notice.tone(server.severity());
        };
    }

    private static DisplayText link(Link link) {
        return switch (link) {
            case Link.Online(_, Duration roundTrip) when roundTrip != null ->
                    Words.get("server.round-trip", Figures.millis(roundTrip.toNanos() / 1e6));
            case Link.Online _ -> Words.get("server.link.online");
            case Link.Silent _ -> Words.get("server.link.silent");
            case Link.Connecting _ -> Words.get("server.link.connecting");
            case Link.Down _ -> Words.get("server.link.down");
            case Link.Paused _ -> Words.get("server.link.paused");
        };
    }

    private static DisplayText listing(ServerSnapshot server, Instant now) {
        Instant listedAt = server.listedAt();
        if (listedAt == null) {
            return Words.get("server.not-listed");
        }
        String ago = Figures.span(Duration.between(listedAt, now));
        if (server.isToldByLog() && server.link().isUp()) {
            return Words.get("server.queue-by-log", ago);
        }
        @Nullable Duration every = server.listingEvery();
        boolean waits = server.troubles().stream().anyMatch(Trouble.ListingWaits.class::isInstance);
        return every == null || every.toSeconds() == 0 || waits || !server.link().isUp()
                ? Words.get("server.listed-ago", ago)
                : Words.get("server.listed-every", ago, Figures.span(every));
    }
}
