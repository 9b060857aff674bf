package org.spoolscope.store.actions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.ActionRecord.State;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Tally;

/// What the journal's lines add up to, but for the targets, which may be many. One thread at a
/// time.
final class ActionHistory {
    private final Map<String, Story> stories = new LinkedHashMap<>();

    /// Takes a line into account.
    void add(Instant time, Event event) {
        if (event instanceof Event.Planned planned) {
            stories.put(planned.action(), new Story(planned, time));
            Story undone = planned.undoes() == null ? null : stories.get(planned.undoes());
            if (undone != null) {
                undone.undoneBy = planned.action();
            }
            return;
        }
        Story story = stories.get(event.action());
        if (story != null) {
            story.add(time, event);
        }
    }

    /// Oldest first.
    ///
    /// @param lives tells whether the program that began an action still runs
    List<ActionRecord> records(BiPredicate<Long, Instant> lives) {
        return stories.values().stream().map(story -> story.record(lives)).toList();
    }

    /// The program that began an action does not go on with it.
    void leave(String action) {
        Story story = stories.get(action);
        if (story != null) {
            story.left = true;
        }
    }

    /// What Postfix was told to do in an action, if anything, in order.
    Set<String> steps(String action) {
        Story story = stories.get(action);
        return story == null ? Set.of() : Set.copyOf(story.steps);
    }

    private static final class Story {
        private final Event.Planned planned;
        private final Instant time;
        private final Set<String> steps = new TreeSet<>();
        private Tally tally = Tally.NONE;
        private final Map<String, Outlier> outliers = new LinkedHashMap<>();
        private @Nullable Instant until;
        private @Nullable Instant ended;
        private @Nullable String undoneBy;
        private boolean left;

        Story(Event.Planned planned, Instant time) {
            this.planned = planned;
            this.time = time;
        }

        private void add(Instant at, Event event) {
            switch (event) {
                case Event.Began began -> steps.add(began.step());
                case Event.Missed missed ->
                        missed.outliers().forEach(one -> outliers.put(one.key(), one));
                case Event.Postponed wait -> {
                    until = wait.until();
                    tally = wait.tally();
                }
                case Event.Ended end -> {
                    ended = at;
                    tally = end.tally();
                }
                case Event.Aimed _, Event.Did _, Event.Planned _ -> {}
            }
        }

        private ActionRecord record(BiPredicate<Long, Instant> lives) {
            return new ActionRecord(
                    planned.action(),
                    planned.verb(),
                    planned.server(),
                    planned.user(),
                    planned.reason(),
                    planned.site(),
                    planned.asked(),
                    time,
                    ended,
                    until,
                    state(lives),
                    tally,
                    List.copyOf(outliers.values()),
                    planned.undoes(),
                    undoneBy);
        }

        private State state(BiPredicate<Long, Instant> lives) {
            if (ended != null) {
                return State.DONE;
            }
            if (until != null) {
                return State.WAITING;
            }
            return !left && lives.test(planned.process(), time) ? State.RUNNING : State.INTERRUPTED;
        }
    }
}
