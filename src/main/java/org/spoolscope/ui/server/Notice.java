package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Link;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Tone;

/// One thing that is the matter, and what can be done about it from here.
record Notice(Sentence sentence, Tone tone, List<Remedy> remedies) {
    Notice {
        remedies = List.copyOf(remedies);
    }

    /// Of a lost, silent or paused link first, then the troubles, worst first, then listings.
    static List<Notice> of(ServerSnapshot server, Instant now) {
        List<Notice> notices = new ArrayList<>();
        switch (server.link()) {
            case Link.Down down -> notices.add(of(down, server.host() != null, now));
            case Link.Silent(Instant since) ->
                    notices.add(plain("server.silent", Tone.WARN, span(since, now)));
            case Link.Paused() -> notices.add(plain("server.paused", Tone.OFF));
            case Link.Connecting(int attempt, Instant since) -> {
                if (attempt > 1) {
                    notices.add(plain("server.reconnecting", Tone.OFF, attempt, span(since, now)));
                }
            }
            case Link.Online _ -> {}
        }
        for (Trouble trouble : server.troubles()) {
            notices.add(new Notice(Wording.of(trouble), tone(trouble.severity()), List.of()));
        }
        long listings = server.lists().listed();
        if (listings > 0) {
            notices.add(
                    new Notice(
                            new Sentence(
                                    listings == 1
                                            ? Words.get("server.listing")
                                            : Words.get("server.listings", Figures.count(listings)),
                                    Words.get("server.listings.advice")),
                            Tone.BAD,
                            List.of(Remedy.BLOCKLISTS)));
        }
        return notices;
    }

    static Tone tone(Trouble.Severity severity) {
        return switch (severity) {
            case BAD -> Tone.BAD;
            case WARN -> Tone.WARN;
            case NOTE -> Tone.NEUTRAL;
        };
    }

    /// @param figures whether there are any from before
    private static Notice of(Link.Down down, boolean figures, Instant now) {
        Sentence what = Wording.of(down.failure());
        Instant retryAt = down.retryAt();
        DisplayText since = span(down.since(), now);
        String old = figures ? ".figures" : "";
        DisplayText advice =
                retryAt == null
                        ? Words.get("server.down" + old, what.advice(), since)
                        : Words.get(
                                "server.down-retry" + old,
                                what.advice(),
                                since,
                                span(now, retryAt));
        return new Notice(
                new Sentence(what.headline(), advice), Tone.BAD, Remedy.of(down.failure()));
    }

    private static Notice plain(String key, Tone tone, Object... arguments) {
        return new Notice(
                new Sentence(Words.get(key, arguments), Words.get(key + ".advice", arguments)),
                tone,
                List.of());
    }

    private static DisplayText span(Instant from, Instant to) {
        return DisplayText.of(Figures.span(Duration.between(from, to)));
    }
}
