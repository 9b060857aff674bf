package org.spoolscope.monitor.action;

import java.util.concurrent.CompletableFuture;
import org.spoolscope.model.action.ActionPlan;

/// An action that is being carried out. Thread-safe.
public final class RunningAction {
    private final String action;
    private final ActionPlan plan;
    private final CompletableFuture<ActionOutcome> outcome = new CompletableFuture<>();
    private volatile Progress progress;
    private volatile boolean cancelled;

    RunningAction(String action, ActionPlan plan) {
        this.action = action;
        this.plan = plan;
        this.progress = new Progress(Progress.Stage.CHECKING, 0, plan.targets().size());
    }

    /// Its name in the journal.
    public String action() {
        return action;
    }

    public ActionPlan plan() {
        return plan;
    }

    /// How far it is.
    public Progress progress() {
        return progress;
    }

    /// Ends it between two pieces. What was done stays done, except that nothing is left on hold by
    /// an action that was to do something else.
    public void cancel() {
        cancelled = true;
    }

    /// Completes when it is over; exceptionally with an [Unfinished] when what came of it is not
    /// known. Depend on it with care: what is run by it runs on the action's thread.
    public CompletableFuture<ActionOutcome> outcome() {
        return outcome;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void at(Progress now) {
        progress = now;
    }

    /// The action stopped in the middle: the link was lost for long, the journal can't be written,
    /// or the program ends. What came of it is found out when the server is connected to again.
    public static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1;

        Unfinished(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
