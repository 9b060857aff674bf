package org.spoolscope.store.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.Verb;

/// One line of the journal.
sealed interface Event {
    /// The word in the line's member `event`.
    String word();

    /// Of which action.
    String action();

    /// Somebody asked for it; nothing has been touched yet.
    ///
    /// @param process of the program that carries it out, on this computer
    record Planned(
            String action,
            Verb verb,
            String server,
            String user,
            String reason,
            String site,
            int asked,
            Duration grace,
            long process,
            @Nullable String undoes)
            implements Event {
        @Override
        public String word() {
            return "plan";
        }
    }

    /// Some of the messages it is about.
    record Aimed(String action, List<Target> targets) implements Event {
        @Override
        public String word() {
            return "targets";
        }
    }

    /// Postfix is about to be told to do `step` to `count` messages of an instance.
    record Began(String action, String step, String instance, int count) implements Event {
        @Override
        public String word() {
            return "step";
        }
    }

    /// It did, to `done` of them.
    record Did(String action, String step, String instance, int done) implements Event {
        @Override
        public String word() {
            return "did";
        }
    }

    /// Some of the messages for which it came to anything else than was asked; one that is named
    /// again has a newer result.
    record Missed(String action, List<Outlier> outliers) implements Event {
        @Override
        public String word() {
            return "outliers";
        }
    }

    /// A deletion's messages are on hold, and are to be gone at `until`.
    record Postponed(String action, Instant until, Tally tally) implements Event {
        @Override
        public String word() {
            return "wait";
        }
    }

    /// It is over.
    record Ended(String action, Tally tally) implements Event {
        @Override
        public String word() {
            return "end";
        }
    }
}
