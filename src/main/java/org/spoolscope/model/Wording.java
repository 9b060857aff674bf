package org.spoolscope.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// The sentence for each failure and each trouble. A new case without a sentence does not compile.
public final class Wording {
    /// A reason may be a page long; a sentence holds its beginning.
    private static final int LONGEST_REASON = 160;

    /// A range that is wider than that share of the estimate is told.
    private static final double VAGUE = 0.4;

    private Wording() {}

    public static Sentence of(LinkFailure failure) {
        return switch (failure) {
            case LinkFailure.HostKeyUnknown(
                            String host,
                            String type,
                            String fingerprint,
                            _,
                            var known) ->
                    known.isEmpty()
                            ? say("link.hostkey-unknown", host, type, fingerprint)
                            : say(
                                    "link.hostkey-other-type",
                                    host,
                                    type,
                                    fingerprint,
                                    String.join(", ", known));
            case LinkFailure.HostKeyChanged(
                            String host,
                            String type,
                            String known,
                            String shown,
                            String where) ->
                    say("link.hostkey-changed", host, type, known, shown, where);
            case LinkFailure.HostKeyRevoked(String host, String fingerprint, String where) ->
                    say("link.hostkey-revoked", host, fingerprint, where);
            case LinkFailure.KnownHostsUnreadable(String file, String why) ->
                    say("link.knownhosts-unreadable", file, why);
            case LinkFailure.AuthenticationRefused(String user, var offered) ->
                    say("link.auth-refused", user, String.join(", ", offered));
            case LinkFailure.PassphraseNeeded(String file, boolean wrong) ->
                    say(wrong ? "link.passphrase-wrong" : "link.passphrase-needed", file);
            case LinkFailure.NoIdentity(var lookedAt) ->
                    say("link.no-identity", String.join(", ", lookedAt));
            case LinkFailure.NotReached(var cause, String detail) ->
                    say("link." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
            case LinkFailure.Lost(boolean silent, String detail) ->
                    say(silent ? "link.lost-silent" : "link.lost", detail);
        };
    }

    public static Sentence of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.PostqueueMissing() -> say("trouble.postqueue-missing");
            case Trouble.ListingNotAllowed(String instance, String user) ->
                    say("trouble.listing-not-allowed", named(instance), user);
            case Trouble.MailSystemDown(String instance) ->
                    say("trouble.mail-system-down", named(instance));
            case Trouble.ListingFailed(String instance, int status, String message) ->
                    say("trouble.listing-failed", named(instance), status, message);
            case Trouble.ListingCut(String instance, String why) ->
                    say("trouble.listing-cut", named(instance), why);
            case Trouble.ListingWaits(double pressure) ->
                    say("trouble.listing-waits", Figures.percent(pressure));
            case Trouble.SpoolFull(long bytes, long inodes, boolean noInodes) ->
                    noInodes
                            ? say("trouble.spool-no-inodes", Figures.count(inodes))
                            : say("trouble.spool-full", Figures.bytes(bytes));
            case Trouble.DiskBound(double iowait, Double pressure) ->
                    pressure == null
                            ? say("trouble.disk-bound-iowait", Figures.percent(iowait))
                            : say(
                                    "trouble.disk-bound",
                                    Figures.percent(iowait),
                                    Figures.percent(pressure));
            case Trouble.QueueGrowing(double perHour, int total) ->
                    say("trouble.queue-growing", Figures.perHour(perHour), Figures.count(total));
            case Trouble.OneReason(String reason, String domain, int messages, int total) ->
                    say(
                            "trouble.one-reason",
                            Figures.count(messages),
                            Figures.count(total),
                            domain,
                            DisplayText.of(reason).clip(LONGEST_REASON));
            case Trouble.ActiveFull(
                            String instance,
                            int active,
                            int limit,
                            var domain,
                            int there) ->
                    say(
                            "trouble.active-full",
                            named(instance),
                            Figures.count(active),
                            Figures.count(limit),
                            domain,
                            Figures.count(there));
            case Trouble.IncomingGrowing(
                            String instance,
                            int incoming,
                            double perHour,
                            int active,
                            boolean diskBound) ->
                    say(
                            diskBound
                                    ? "trouble.incoming-growing-disk"
                                    : "trouble.incoming-growing",
                            named(instance),
                            Figures.count(incoming),
                            Figures.perHour(perHour),
                            Figures.count(active));
            case Trouble.DestinationDown(
                            String destination,
                            String reason,
                            int messages,
                            int deferred,
                            var waiting) ->
                    say(
                            "trouble.destination-down",
                            destination,
                            Figures.count(messages),
                            Figures.count(deferred),
                            Figures.span(waiting),
                            DisplayText.of(reason).clip(LONGEST_REASON));
            case Trouble.DestinationLimits(
                            String destination,
                            String reason,
                            int messages,
                            int deferred,
                            int concurrency) ->
                    say(
                            "trouble.destination-limits",
                            destination,
                            Figures.count(messages),
                            Figures.count(deferred),
                            DisplayText.of(reason).clip(LONGEST_REASON),
                            Figures.count(concurrency));
            case Trouble.DeferredOld(int old, int deferred, int fromNobody) ->
                    say(
                            "trouble.deferred-old",
                            Figures.count(old),
                            Figures.count(deferred),
                            Figures.count(fromNobody));
            case Trouble.HeldLong(String instance, int messages, var longerThan) ->
                    say(
                            "trouble.held-long",
                            named(instance),
                            Figures.count(messages),
                            Figures.span(longerThan));
            case Trouble.SamplerFailed(String message) -> say("trouble.sampler-failed", message);
            case Trouble.WorkStopped(var work) ->
                    say("trouble.stopped-" + work.name().toLowerCase(Locale.ROOT));
        };
    }

    /// How long a queue that drains takes until it is empty; from when to when where that is not
    /// told well.
    public static DisplayText until(Drain.Draining draining, Instant now) {
        Duration most = Duration.between(now, draining.emptyAt());
        Duration shorter = Duration.between(now, draining.earliest());
        Instant latest = draining.latest();
        if (latest == null) {
            return Words.get("drain.over", Figures.span(shorter));
        }
        Duration longer = Duration.between(now, latest);
        return isVague(shorter, most, longer)
                ? DisplayText.of(Figures.spans(shorter, longer))
                : DisplayText.of(Figures.span(most));
    }

    private static boolean isVague(Duration shorter, Duration most, Duration longer) {
        return longer.minus(shorter).toSeconds() > VAGUE * Math.max(60, most.toSeconds());
    }

    /// A Postfix instance within a sentence. The default one has no name of its own; postmulti
    /// prints `-`.
    public static String named(String instance) {
        return instance.equals("-") ? Words.get("trouble.default-instance").toString() : instance;
    }

    private static Sentence say(String key, Object... arguments) {
        return new Sentence(Words.get(key, arguments), Words.get(key + ".advice", arguments));
    }
}
