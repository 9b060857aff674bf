package org.spoolscope.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What becomes of a queue, or of a part of it, if things go on as they do.
public sealed interface Drain {
    /// It has not been watched long enough to tell.
    record TooEarly() implements Drain {}

    /// There is nothing that could leave: at most messages on hold.
    record Empty() implements Drain {}

    /// More arrives than leaves.
    record Growing() implements Drain {}

    /// What waits neither grows nor becomes less.
    record NotDraining() implements Drain {}

    /// It becomes less.
    ///
    /// @param emptyAt when it is empty: as likely later as sooner
    /// @param earliest one time in ten it is empty sooner
    /// @param latest one time in ten it is empty later; null where it may as well never be
    record Draining(Instant emptyAt, Instant earliest, @Nullable Instant latest) implements Drain {}
}
