package org.spoolscope.ui.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.ui.fx.Background;

/// Begins actions and takes them back, off the JavaFX thread; answers come on it.
public final class ActionStarter {
    private final ActionDesk desk;
    private final Background background;

    public ActionStarter(ActionDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /// Begins some, one after the other.
    ///
    /// @param started told those that were begun, even where a later one was not
    /// @param failed told why one was not
    /// @param ended told of each, when it is over
    void start(
            List<ActionPlan> plans,
            Consumer<List<RunningAction>> started,
            Consumer<DisplayText> failed,
            Consumer<ActionEnd> ended) {
        background.run(() -> {
            List<RunningAction> runs = new ArrayList<>();
            try {
                for (ActionPlan plan : plans) {
                    runs.add(desk.start(plan));
                }
            } catch (IOException e) {
                DisplayText why = noJournal(e);
                background.onScreen(() -> failed.accept(why));
            } catch (ActionDesk.ReadOnly e) {
                DisplayText why = DisplayText.of(e.sentence());
                background.onScreen(() -> failed.accept(why));
            }
            background.onScreen(() -> started.accept(runs));
            runs.forEach(run -> watch(run, ended));
        });
    }

    /// Takes an action back.
    ///
    /// @param reason kept in the journal
    /// @param failed told why it can't be
    /// @param ended told when it is over
    void undo(
            String action, String reason, Consumer<DisplayText> failed, Consumer<ActionEnd> ended) {
        background.run(() -> {
            try {
                Optional<RunningAction> run = desk.undo(action, reason);
                run.ifPresent(one -> watch(one, ended));
            } catch (IOException e) {
                DisplayText why = noJournal(e);
                background.onScreen(() -> failed.accept(why));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ActionDesk.NotUndoable e) {
                background.onScreen(() -> failed.accept(Words.get("action.not-undoable")));
            } catch (ActionDesk.ReadOnly e) {
                DisplayText why = DisplayText.of(e.sentence());
                background.onScreen(() -> failed.accept(why));
            }
        });
    }

    private void watch(RunningAction run, Consumer<ActionEnd> ended) {
        var _ =
                run.outcome()
                        .whenComplete((outcome, why) -> {
                            ActionEnd end = end(run, outcome, why);
                            background.onScreen(() -> ended.accept(end));
                        });
    }

    private static ActionEnd end(
            RunningAction run, @Nullable ActionOutcome outcome, @Nullable Throwable why) {
        return outcome != null
                ? ActionEnd.of(run.action(), run.plan(), outcome)
                : ActionEnd.unknown(
                        run.action(), run.plan(), why == null ? new IOException("") : why);
    }

    private static DisplayText noJournal(IOException why) {
        return Words.get("action.no-journal", String.valueOf(why.getMessage()));
    }
}
