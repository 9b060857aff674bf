package org.spoolscope.demo.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.demo.sim.Message.Addressee;
import org.spoolscope.model.QueueName;

/// qmgr(8) of one instance: brings messages from the incoming queue, and those that are due from
/// the deferred queue, into the active queue, one at a time in turn, each of which the disk has to
/// read and rename; and decides what happens to a message after its recipients were tried.
final class QueueManager {
    static final long MINIMAL_BACKOFF = 300 * Agenda.SECOND;
    static final long MAXIMAL_BACKOFF = 4_000 * Agenda.SECOND;
    static final long QUEUE_RUN_DELAY = 300 * Agenda.SECOND;
    static final long MAXIMAL_LIFETIME = 5 * Agenda.DAY;
    private static final int ACTIVE_LIMIT = 20_000;
    private static final int READS_TO_ACTIVATE = 2;

    private final Node node;
    private final Spool spool;
    private final Tally tally;
    private final Bounces bounces;
    private final Delivery delivery;
    private final ArrayDeque<Message> scanned = new ArrayDeque<>();
    private boolean busy;
    private boolean deferredNext;
    private boolean stopped;

    QueueManager(Node node, Spool spool, Tally tally, String address, long firstScan) {
        this.node = node;
        this.spool = spool;
        this.tally = tally;
        this.bounces = new Bounces(node, spool, tally, this::wake);
        this.delivery = new Delivery(node, spool, tally, address, this::tried);
        node.agenda().in(firstScan, this::scan);
    }

    /// Postfix is stopped: what runs is finished, nothing new becomes active.
    void stop(boolean stop) {
        stopped = stop;
        wake();
    }

    /// There may be something to do: a new message, or room in the active queue.
    void wake() {
        if (busy || stopped || spool.queue(QueueName.ACTIVE).size() >= ACTIVE_LIMIT) {
            return;
        }
        Message message = pick();
        if (message != null) {
            busy = true;
            node.disk()
                    .await(
                            READS_TO_ACTIVATE,
                            1,
                            () -> {
                                activate(message);
                                node.disk().awaitElsewhere(node.lookups(), this::free);
                            });
        }
    }

    private void free() {
        busy = false;
        wake();
    }

    private @Nullable Message pick() {
        Message incoming = spool.queue(QueueName.INCOMING).first();
        if (incoming == null || deferredNext && !scanned.isEmpty()) {
            deferredNext = false;
            return nextScanned();
        }
        deferredNext = true;
        return incoming;
    }

    private @Nullable Message nextScanned() {
        long now = node.agenda().now();
        Message message = scanned.poll();
        while (message != null && !mayBeTried(message, now)) {
            message = scanned.poll();
        }
        return message;
    }

    /// Whether it is deferred still, and due, and no delivery of it from before is under way.
    private static boolean mayBeTried(Message message, long now) {
        return !message.gone
                && message.queue == QueueName.DEFERRED
                && message.due <= now
                && message.open == 0;
    }

    /// These have left the queues that this one delivers from.
    void lost(Set<Message> messages) {
        delivery.withdraw(messages);
        wake();
    }

    /// Tries all that is deferred, as `postqueue -f` asks.
    void flush() {
        long now = node.agenda().now();
        delivery.retryAll();
        scanned.clear();
        spool.queue(QueueName.DEFERRED)
                .forEach(message -> {
                    message.due = Math.min(message.due, now);
                    scanned.add(message);
                });
        wake();
    }

    /// Tries what is deferred for a domain, as `postqueue -s` asks.
    void flush(Domain domain) {
        List<Message> its = new ArrayList<>();
        spool.queue(QueueName.DEFERRED)
                .forEach(message -> {
                    if (message.addressees.stream()
                            .anyMatch(to -> !to.done && to.domain.equals(domain))) {
                        its.add(message);
                    }
                });
        its.forEach(this::retry);
    }

    /// Tries a deferred message before the others, as `postqueue -i` asks.
    void retry(Message message) {
        if (message.queue != QueueName.DEFERRED) {
            return;
        }
        message.due = Math.min(message.due, node.agenda().now());
        message.addressees.forEach(to -> delivery.retry(to.domain));
        scanned.addFirst(message);
        wake();
    }

    private void scan() {
        long now = node.agenda().now();
        if (scanned.isEmpty()) {
            spool.queue(QueueName.DEFERRED)
                    .forEach(message -> {
                        if (message.due <= now) {
                            scanned.add(message);
                        }
                    });
        }
        wake();
        node.agenda().in(QUEUE_RUN_DELAY, this::scan);
    }

    private void activate(Message message) {
        boolean waits = message.queue == QueueName.INCOMING || message.queue == QueueName.DEFERRED;
        if (message.gone || !waits) {
            return; // somebody moved its file in the meantime
        }
        node.meter().charge(400, 300);
        message.activated = node.agenda().now();
        spool.move(message, QueueName.ACTIVE);
        List<Addressee> open = message.addressees.stream().filter(to -> !to.done).toList();
        message.open = open.size();
        String rest =
                ": from=<"
                        + message.sender.address()
                        + ">, size="
                        + message.size
                        + ", nrcpt="
                        + message.addressees.size()
                        + " (queue active)";
        node.log().add("qmgr", () -> spool.id(message) + rest);
        open.forEach(to -> delivery.add(message, to));
        if (open.isEmpty()) {
            node.disk().writeBehind(2, () -> remove(message));
        }
    }

    private void tried(Message message) {
        message.open--;
        if (message.open > 0 || message.gone) {
            return;
        }
        List<Bounces.Failure> failures = new ArrayList<>();
        List<Addressee> left = new ArrayList<>();
        for (Addressee to : message.addressees) {
            if (to.bounced != null) {
                failures.add(new Bounces.Failure(to.address, to.bounced.reason()));
                to.bounced = null;
            } else if (!to.done) {
                left.add(to);
            }
        }
        boolean moved = wasMoved(message);
        boolean old = age(message) >= MAXIMAL_LIFETIME || message.forcedExpire;
        if (!left.isEmpty() && old && !moved) {
            expire(message, left, failures);
            left.clear();
        }
        if (!failures.isEmpty()) {
            message.returned = true;
            bounces.send(message, failures);
        }
        if (moved) {
            return; // it stays there with whoever is left
        }
        if (left.isEmpty()) {
            node.disk().writeBehind(2, () -> remove(message));
        } else {
            defer(message);
        }
    }

    private void expire(Message message, List<Addressee> left, List<Bounces.Failure> failures) {
        String status = message.forcedExpire ? "force-expired" : "expired";
        node.log()
                .add(
                        "qmgr",
                        () ->
                                spool.id(message)
                                        + ": from=<"
                                        + message.sender.address()
                                        + ">, status="
                                        + status
                                        + ", returned to sender");
        for (Addressee to : left) {
            to.done = true;
            failures.add(new Bounces.Failure(to.address, String.valueOf(to.reason)));
        }
    }

    private void defer(Message message) {
        message.due = node.agenda().now() + backoff(age(message));
        node.disk()
                .await(
                        0,
                        2,
                        () -> {
                            if (isDone(message)) {
                                spool.move(message, QueueName.DEFERRED);
                            }
                            wake();
                        });
    }

    /// As long as the message has been in the queue, within limits (qmgr_active_done).
    static long backoff(long age) {
        return Math.clamp(age, MINIMAL_BACKOFF, MAXIMAL_BACKOFF);
    }

    /// Whether it is where the attempt left it.
    private static boolean isDone(Message message) {
        return !message.gone && !wasMoved(message) && message.open == 0;
    }

    /// Whether postsuper took its file away.
    private static boolean wasMoved(Message message) {
        return message.queue == QueueName.HOLD || message.queue == QueueName.MAILDROP;
    }

    private void remove(Message message) {
        if (!isDone(message)) {
            return;
        }
        node.log().add("qmgr", () -> spool.id(message) + ": removed");
        spool.remove(message);
        if (message.returned) {
            tally.bounced++;
        } else {
            tally.delivered++;
        }
        wake();
    }

    private long age(Message message) {
        return node.agenda().now() - message.created;
    }
}
