package org.spoolscope.model.blocklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one list says of one address at present.
///
/// @param check the latest
/// @param since when it was seen to say so first; the list may have done so before
/// @param before the last answer, where the latest is none (see [Verdict#isAnswer]): that a list is
///   silent does not mean that it has taken an address off; null when it never answered
/// @param muted whether the person does not want to hear of it
public record ListStanding(
        ListCheck check, Instant since, @Nullable ListStanding before, boolean muted) {
    /// Of a list that has answered, or never did.
    public ListStanding(ListCheck check, Instant since) {
        this(check, since, null, false);
    }

    /// The same, muted or not.
    public ListStanding muted(boolean now) {
        return now == muted ? this : new ListStanding(check, since, before, now);
    }

    /// The last answer, or null.
    public @Nullable ListStanding answer() {
        return check.verdict().isAnswer() ? this : before;
    }

    /// Whether it was named as a source of unwanted mail when the list answered last.
    public boolean isListed() {
        ListStanding answer = answer();
        return answer != null && answer.check().verdict() == Verdict.LISTED;
    }
}
