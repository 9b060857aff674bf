package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.action.Target;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.ServerLink;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.ssh.SshException;
import org.spoolscope.store.actions.ActionJournal;

/// What one action is carried out with: the link, whichever it is by now, the journal, and the
/// person who watches. One thread.
final class ActionSession {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A log line is there within that time, or a listing is made.
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(1);

    private final String action;
    private final ServerLink link;
    private final ActionJournal journal;
    private final InstantSource clock;
    private final Progress.Listener listener;
    private final BooleanSupplier cancelled;
    private @Nullable Ground ground;

    /// @param action its name in the journal
    ActionSession(
            String action,
            ServerLink link,
            ActionJournal journal,
            InstantSource clock,
            Progress.Listener listener,
            BooleanSupplier cancelled) {
        this.action = action;
        this.link = link;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    String action() {
        return action;
    }

    ServerConfig server() {
        return link.config();
    }

    ActionJournal journal() {
        return journal;
    }

    /// When a message left the queue, by the log and as the server tells time; empty where it is
    /// not said.
    String left(Target target) throws InterruptedException {
        Instant left = link.left(target.instance(), target.id());
        try {
            return left == null ? "" : SECONDS.withZone(ground().facts().zone()).format(left);
        } catch (NoLink e) {
            return "";
        }
    }

    Instant now() {
        return clock.instant();
    }

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    void tell(Progress.Stage stage, int done, int total) {
        listener.at(new Progress(stage, done, total));
    }

    /// The link. Waits for one where there is none.
    Ground ground() throws InterruptedException, NoLink {
        Ground now = ground;
        return now != null ? now : next();
    }

    /// The link was found dead: waits for the next one.
    void awaitNext() throws InterruptedException, NoLink {
        tell(Progress.Stage.WAITING_FOR_LINK, 0, 0);
        next();
    }

    private Ground next() throws InterruptedException, NoLink {
        Ground next = link.ground(ground, PATIENCE).orElseThrow(NoLink::new);
        ground = next;
        return next;
    }

    /// How these messages stand now, over as many links as it takes.
    QueueCheck check(List<Target> targets) throws InterruptedException, NoLink, QueueCheck.Blind {
        tell(Progress.Stage.CHECKING, 0, targets.size());
        while (true) {
            try {
                return QueueCheck.of(ground(), targets, clock);
            } catch (SshException e) {
                awaitNext();
            }
        }
    }

    /// Those of some messages that are on hold by the server's log, and the same that were seen.
    Set<Target> heldByLog(List<Target> targets) throws InterruptedException {
        Map<String, Map<QueueId, Target>> byInstance = new HashMap<>();
        for (Target target : targets) {
            byInstance
                    .computeIfAbsent(target.instance(), _ -> new HashMap<>())
                    .put(target.id(), target);
        }
        Set<Target> held = new HashSet<>();
        for (Map.Entry<String, Map<QueueId, Target>> one : byInstance.entrySet()) {
            Map<QueueId, Target> its = one.getValue();
            link.await(
                            one.getKey(),
                            its.keySet(),
                            (id, message) -> isHeld(its.get(id), message),
                            LOG_PATIENCE)
                    .keySet()
                    .forEach(id -> held.add(its.get(id)));
        }
        return held;
    }

    private static boolean isHeld(@Nullable Target target, QueuedMessage message) {
        return target != null
                && target.isSame(message)
                && message.queue() == QueueName.HOLD
                && message.recipientCount() > 0;
    }

    /// Postfix is about to be told to take a step for some messages of one instance.
    void began(Step step, List<Target> piece) throws IOException {
        journal.began(action, step.word(), piece.getFirst().instance(), piece.size());
    }

    /// It did, for `done` of them.
    void did(Step step, List<Target> piece, int done) throws IOException {
        journal.did(action, step.word(), piece.getFirst().instance(), done);
    }

    /// There was no link for so long that the action is left as it is: what came of it is found out
    /// when there is one.
    static final class NoLink extends Exception {
        private static final long serialVersionUID = 1;

        NoLink() {
            super("no link");
        }
    }
}
