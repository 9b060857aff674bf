package org.spoolscope.ui.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;

/// One thing that happened to a message.
///
/// @param at null where the line has no time
/// @param word what, in one word
/// @param who the recipient it is about; empty where it is about the message
/// @param what the reply, or what else is told
/// @param stages of an attempt, or null
/// @param delay from arrival to this attempt; empty for what is no attempt
/// @param links to other messages that this one led to or came from
record TimelineStep(
        @Nullable Instant at,
        Kind kind,
        DisplayText word,
        DisplayText who,
        DisplayText what,
        @Nullable Stages stages,
        DisplayText delay,
        List<Link> links) {
    /// How it is drawn.
    enum Kind {
        PLAIN,
        SENT,
        DEFERRED,
        BOUNCED,
        HELD,
        /// Not in the log: estimated.
        EXPECTED;

        private final String key = name().toLowerCase(Locale.ROOT);

        PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(key);
        }
    }

    /// Another message.
    ///
    /// @param text what the link says
    /// @param server where that one is
    record Link(DisplayText text, String server, String id) {}

    TimelineStep {
        links = List.copyOf(links);
    }

    /// The same, which may name these people.
    TimelineStep naming(Collection<String> people) {
        return new TimelineStep(at, kind, word, who, what.naming(people), stages, delay, links);
    }
}
