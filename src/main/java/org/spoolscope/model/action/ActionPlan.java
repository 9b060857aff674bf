package org.spoolscope.model.action;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action before it is carried out: on these messages of one server and on no others.
///
/// @param targets at least one, except that [Verb#FLUSH] has none
/// @param site of a flush: the domain it is limited to; else empty
/// @param reason why, in the person's words; may be empty, and is kept
/// @param grace of a deletion: how long the messages wait on hold before they are gone
/// @param undoes the action that this one takes back, or null
public record ActionPlan(
        String server,
        Verb verb,
        List<Target> targets,
        String site,
        String reason,
        Duration grace,
        @Nullable String undoes) {
    /// How long a deletion can be taken back unless the person says otherwise.
    public static final Duration GRACE = Duration.ofMinutes(10);

    /// More single retries than this cost Postfix more than a flush does: each scans the queue
    /// (postqueue(1); HISTORY of 3.12).
    public static final int MOST_RETRIES = 100;

    private static final int REASON_LENGTH = 200;

    public ActionPlan {
        targets = List.copyOf(targets);
        if (targets.isEmpty() != (verb == Verb.FLUSH)) {
            throw new IllegalArgumentException(verb.label() + " of " + targets.size());
        }
        if (verb == Verb.RETRY && targets.size() > MOST_RETRIES) {
            throw new IllegalArgumentException("retry of " + targets.size());
        }
        if (!site.isEmpty() && verb != Verb.FLUSH || grace.isNegative()) {
            throw new IllegalArgumentException(verb.label() + " with a site or without grace");
        }
        reason = reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }

    /// An action on messages.
    public static ActionPlan on(String server, Verb verb, List<Target> targets, String reason) {
        return new ActionPlan(server, verb, targets, "", reason, GRACE, null);
    }

    /// A flush.
    ///
    /// @param site a domain, or empty for all
    public static ActionPlan flush(String server, String site, String reason) {
        return new ActionPlan(server, Verb.FLUSH, List.of(), site, reason, GRACE, null);
    }

    /// The same with another time of grace.
    public ActionPlan grace(Duration other) {
        return new ActionPlan(server, verb, targets, site, reason, other, undoes);
    }

    /// The same, to take an action back.
    public ActionPlan undoing(String action) {
        return new ActionPlan(server, verb, targets, site, reason, grace, action);
    }
}
