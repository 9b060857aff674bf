package org.spoolscope.ui.state;

import java.time.Duration;
import java.time.Instant;
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

/// How well one server is.
///
/// @param tone [Tone#OFF] without a link that comes back by itself, [Tone#BAD] where someone must
///   act
/// @param sentence the worst of what is the matter and what to do, or that nothing is
/// @param tags one or two words for each trouble, worst first
public record Health(Tone tone, Sentence sentence, List<Tag> tags) {
    /// A trouble in one or two words.
    public record Tag(DisplayText text, Tone tone) {}

    public Health {
        tags = List.copyOf(tags);
    }

    public static Health of(ServerSnapshot server, Instant now) {
        return switch (server.link()) {
            case Link.Paused() ->
                    off(
                            "health.paused",
                            new Sentence(
                                    Words.get("health.paused.say"),
                                    Words.get("health.paused.advice")));
            case Link.Connecting(int attempt, _) when attempt == 1 ->
                    off(
                            "health.connecting",
                            new Sentence(Words.get("health.connecting.say"), DisplayText.EMPTY));
            case Link.Connecting(int attempt, Instant since) ->
                    off(
                            "health.no-link",
                            new Sentence(
                                    Words.get(
                                            "health.connecting-again",
                                            Figures.span(Duration.between(since, now))),
                                    Words.get("health.attempt", attempt)));
            case Link.Down down -> ofDown(down, now);
            case Link.Silent _ ->
                    new Health(
                            Tone.WARN,
                            new Sentence(
                                    Words.get("health.silent.say"),
                                    Words.get("health.silent.advice")),
                            List.of(new Tag(Words.get("health.silent"), Tone.WARN)));
            case Link.Online _ -> ofOnline(server);
        };
    }

    /// The tone of one trouble.
    public static Tone toneOf(Trouble trouble) {
        return switch (trouble.severity()) {
            case BAD -> Tone.BAD;
            case WARN -> Tone.WARN;
            case NOTE -> Tone.NEUTRAL;
        };
    }

    private static Health off(String tag, Sentence sentence) {
        return new Health(Tone.OFF, sentence, List.of(new Tag(Words.get(tag), Tone.NEUTRAL)));
    }

    private static Health ofDown(Link.Down down, Instant now) {
        Sentence why = Wording.of(down.failure());
        Instant retryAt = down.retryAt();
        if (retryAt == null) {
            return new Health(
                    Tone.BAD, why, List.of(new Tag(Words.get("health.needs-you"), Tone.BAD)));
        }
        Sentence retrying =
                new Sentence(
                        why.headline(),
                        Words.get(
                                "health.retrying",
                                why.advice(),
                                Figures.span(Duration.between(now, retryAt)),
                                Figures.span(Duration.between(down.since(), now))));
        return off("health.no-link", retrying);
    }

    private static Health ofOnline(ServerSnapshot server) {
        List<Tag> tags =
                server.troubles().stream()
                        .filter(trouble -> trouble.severity() != Trouble.Severity.NOTE)
                        .map(trouble -> new Tag(Words.get(tagKey(trouble)), toneOf(trouble)))
                        .distinct()
                        .toList();
        if (!tags.isEmpty()) {
            return new Health(
                    tags.getFirst().tone(), Wording.of(server.troubles().getFirst()), tags);
        }
        if (!server.hasListing()) {
            return new Health(
                    Tone.NEUTRAL,
                    new Sentence(Words.get("health.first-listing"), DisplayText.EMPTY),
                    tags);
        }
        return new Health(
                Tone.OK,
                new Sentence(Words.get("health.well"), Words.get("health.well.advice")),
                tags);
    }

    private static String tagKey(Trouble trouble) {
        return switch (trouble) {
            case Trouble.PostqueueMissing _ -> "tag.no-postfix";
            case Trouble.ListingNotAllowed _ -> "tag.not-allowed";
            case Trouble.MailSystemDown _ -> "tag.postfix-down";
            case Trouble.ListingFailed _, Trouble.ListingCut _ -> "tag.listing-failed";
            case Trouble.ListingWaits _ -> "tag.listing-waits";
            case Trouble.SpoolFull _ -> "tag.spool-full";
            case Trouble.DiskBound _ -> "tag.disk-bound";
            case Trouble.QueueGrowing _ -> "tag.growing";
            case Trouble.OneReason _ -> "tag.one-reason";
            case Trouble.ActiveFull _ -> "tag.active-full";
            case Trouble.IncomingGrowing _ -> "tag.incoming-growing";
            case Trouble.DestinationDown _ -> "tag.destination-down";
            case Trouble.DestinationLimits _ -> "tag.destination-limits";
            case Trouble.DeferredOld _ -> "tag.deferred-old";
            case Trouble.HeldLong _ -> "tag.held-long";
            case Trouble.SamplerFailed _ -> "tag.no-figures";
            case Trouble.WorkStopped _ -> "tag.stopped";
        };
    }
}
