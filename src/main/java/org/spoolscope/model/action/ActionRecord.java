package org.spoolscope.model.action;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action as the journal knows it: what was asked, and what came of it.
///
/// @param id such as `a17`, unique in the journal
/// @param server its name in the configuration
/// @param user who asked, as the desktop's system calls them
/// @param reason why, in their words; may be empty
/// @param site of a flush; else empty
/// @param asked how many messages
/// @param planned when
/// @param ended when it was over; null until then
/// @param until of a deletion that waits: when the messages are to be gone; else null
/// @param tally all zero until the end, or until a deletion waits
/// @param outliers those that were not changed
/// @param undoes the action that this one takes back, or null
/// @param undoneBy the newest action that takes this one back, or null
public record ActionRecord(
        String id,
        Verb verb,
        String server,
        String user,
        String reason,
        String site,
        int asked,
        Instant planned,
        @Nullable Instant ended,
        @Nullable Instant until,
        State state,
        Tally tally,
        List<Outlier> outliers,
        @Nullable String undoes,
        @Nullable String undoneBy) {
    public ActionRecord {
        outliers = List.copyOf(outliers);
    }

    /// How far it is.
    public enum State {
        /// Being carried out, here or by another Spoolscope on this computer.
        RUNNING,
        /// A deletion: the messages are on hold and are gone at [ActionRecord#until].
        WAITING,
        /// Over.
        DONE,
        /// The program ended in the middle: what came of it is found out when the server is
        /// connected to.
        INTERRUPTED
    }

    /// Whether something is still to be done about it, now or later.
    public boolean isOpen() {
        return state == State.WAITING || state == State.INTERRUPTED;
    }

    /// Whether it is known what came of it.
    public boolean hasOutcome() {
        return state == State.DONE || state == State.WAITING;
    }

    /// The messages that it put on hold and left so when it was interrupted. What has become of
    /// them since is not told.
    public List<Outlier> leftOnHold() {
        return outliers.stream().filter(one -> one.detail().equals(Outlier.LEFT_ON_HOLD)).toList();
    }

    /// Whether it can be taken back now: it changed something, that can be changed back, and was
    /// not yet.
    public boolean canBeUndone() {
        if (undoneBy != null || tally.changed() == 0) {
            return false;
        }
        return verb == Verb.DELETE
                ? state == State.WAITING
                : state == State.DONE && verb.undoneBy().isPresent();
    }
}
