package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.Preview;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.monitor.action.ActionDesk;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.monitor.action.RunningAction;
import org.spoolscope.store.actions.ActionJournal;

/// A desk over the lab's server, and the truth about its queue, as root sees it.
final class ActingLab implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Lab lab;
    private final WatchedLab watched;
    private final ActionJournal journal;
    private final ActionDesk desk;

    ActingLab(Lab lab, Path folder) throws IOException {
        this(lab, folder, InstantSource.system());
    }

    ActingLab(Lab lab, Path folder, InstantSource clock) throws IOException {
        this.lab = lab;
        watched = new WatchedLab(lab, lab.settings());
        journal = ActionJournal.open(folder, clock, "tester");
        desk = new ActionDesk(journal, watched.fleet()::link, clock, Sleeper.REAL);
        var _ = watched.awaitOnline();
    }

    ActionDesk desk() {
        return desk;
    }

    Map<QueueId, QueuedMessage> byId() {
        return lab.queue().stream()
                .collect(Collectors.toMap(QueuedMessage::id, Function.identity(), (a, _) -> a));
    }

    /// Acts on messages as they were seen.
    ActionOutcome act(Verb verb, List<QueuedMessage> seen) throws Exception {
        return await(desk.start(plan(verb, seen)));
    }

    static ActionPlan plan(Verb verb, List<QueuedMessage> seen) {
        Preview preview = Preview.of(verb, seen);
        assertThat(preview.leftOut()).isEmpty();
        return preview.plan(Lab.NAME, "a test");
    }

    static ActionOutcome await(RunningAction run) throws Exception {
        return run.outcome().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        desk.close();
        journal.close();
        watched.close();
    }
}
