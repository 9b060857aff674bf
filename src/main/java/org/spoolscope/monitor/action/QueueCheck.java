package org.spoolscope.monitor.action;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.action.Target;
import org.spoolscope.monitor.Ground;
import org.spoolscope.monitor.QueueLister;
import org.spoolscope.ssh.SshException;

/// How some messages stand in the queue now, from one listing of each of their instances.
final class QueueCheck {
    private final Map<Target, QueuedMessage> found;

    private QueueCheck(Map<Target, QueuedMessage> found) {
        this.found = found;
    }

    /// Lists. Blocks for as long as that takes; nothing but the rows asked for is kept.
    ///
    /// @throws SshException when the link is lost
    /// @throws Blind when the queue can't be listed
    static QueueCheck of(Ground ground, Collection<Target> targets, InstantSource clock)
            throws SshException, InterruptedException, Blind {
        Map<String, Map<QueueId, Target>> wanted = new HashMap<>();
        for (Target target : targets) {
            wanted.computeIfAbsent(target.instance(), _ -> new HashMap<>())
                    .put(target.id(), target);
        }
        Map<Target, QueuedMessage> found = new HashMap<>();
        QueueLister lister = new QueueLister(clock, QueueLister.LARGE);
        Set<String> listed = new HashSet<>();
        for (Instance instance : ground.facts().instances()) {
            Map<QueueId, Target> its = wanted.get(instance.name());
            if (its == null) {
                continue;
            }
            var outcome =
                    lister.list(
                            ground.connection(),
                            ground.facts(),
                            instance,
                            message -> {
                                Target target = its.get(message.id());
                                if (target != null) {
                                    found.put(target, message);
                                }
                            });
            if (outcome instanceof QueueLister.Outcome.Failed(Trouble trouble)) {
                throw new Blind(trouble);
            }
            listed.add(instance.name());
        }
        if (!listed.containsAll(wanted.keySet())) {
            throw new Blind(new Trouble.PostqueueMissing());
        }
        return new QueueCheck(found);
    }

    /// Whatever message has the target's id now, or null.
    @Nullable QueuedMessage at(Target target) {
        return found.get(target);
    }

    /// The target itself, or null where it is gone, whether another message has its id or not.
    @Nullable QueuedMessage same(Target target) {
        QueuedMessage message = found.get(target);
        return message != null && target.isSame(message) ? message : null;
    }

    /// Whether another message has the target's id.
    boolean isReused(Target target) {
        QueuedMessage message = found.get(target);
        return message != null && !target.isSame(message);
    }

    /// The queue can't be listed, so nothing can be proved.
    static final class Blind extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Trouble trouble;

        Blind(Trouble trouble) {
            super(trouble.toString());
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
