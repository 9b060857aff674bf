package org.spoolscope.postfix.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// A queue that lives, writes its log, and is listed queue by queue while it does; it knows the
/// truth. The log is read late, and may lose lines. The same for the same seed.
final class SimulatedQueue {
    private static final List<QueueName> SCANNED =
            List.of(
                    QueueName.MAILDROP,
                    QueueName.INCOMING,
                    QueueName.ACTIVE,
                    QueueName.DEFERRED,
                    QueueName.HOLD);

    /// A message as it is.
    static final class Mail {
        final String id;
        final long arrival;
        final long size;
        final Map<String, String> left = new LinkedHashMap<>();
        QueueName queue = QueueName.INCOMING;
        boolean expires;

        /// Recipients that it came with: what the queue manager tells each time.
        int came;

        /// In delivery: who has not been answered for.
        @Nullable Set<String> pending;

        boolean putOff;

        Mail(String id, long arrival, long size) {
            this.id = id;
            this.arrival = arrival;
            this.size = size;
        }

        QueuedMessage told() {
            List<Recipient> recipients = new ArrayList<>();
            left.forEach((address, reason) ->
                    recipients.add(new Recipient(address, reason.isEmpty() ? null : reason)));
            return new QueuedMessage(
                    "-",
                    queue,
                    new QueueId(id),
                    TestingQueue.at((double) arrival),
                    size,
                    "s@example.org",
                    recipients,
                    expires);
        }
    }

    final TestingQueue told = new TestingQueue();

    /// What was read and listed, to be shown when it comes to nothing good.
    final List<String> history = new ArrayList<>();

    private final Random random;
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private final Deque<Runnable> unread = new ArrayDeque<>();
    private final List<Mail> settling = new ArrayList<>();
    private final List<String> oldIds = new ArrayList<>();
    private boolean calm;
    private double now;
    private int ids;
    private int reasons;

    private QueueTable.@Nullable Editor listing;
    private int scanned;

    SimulatedQueue(long seed) {
        random = new Random(seed);
        told.live.readsHistory();
        for (int i = random.nextInt(12); i > 0; i--) {
            Mail mail = mail(-(long) random.nextInt(9_000));
            mail.queue = SCANNED.get(2 + random.nextInt(3));
            mail.left.replaceAll((_, _) -> random.nextBoolean() ? "" : reason());
            if (mail.queue == QueueName.ACTIVE) {
                mail.pending = new HashSet<>(mail.left.keySet());
                mail.pending.removeIf(_ -> random.nextInt(3) == 0);
                if (mail.pending.isEmpty()) {
                    mail.pending.add(mail.left.keySet().iterator().next());
                }
                mail.putOff = mail.pending.size() < mail.left.size();
                Set<String> pending = mail.pending;
                mail.left.replaceAll((to, _) -> pending.contains(to) ? "" : reason());
            }
        }
    }

    /// From now on the log tells all: no line is lost, and nobody changes messages without naming
    /// them.
    void calmDown() {
        calm = true;
    }

    /// Something happens, or the log is read.
    void step() {
        now += random.nextDouble() * 0.4;
        settle();
        switch (random.nextInt(26)) {
            case 0, 1 -> comes();
            case 2 -> {
                if (!calm) {
                    comesHeld();
                }
            }
            case 3, 4, 5 -> any(QueueName.INCOMING, this::takeUp);
            case 6, 7, 8, 9, 10, 11 -> answer();
            case 12, 13 -> any(QueueName.DEFERRED, this::takeUp);
            case 14 -> any(QueueName.MAILDROP, this::pickUp);
            case 15 -> administer();
            case 16 -> now += random.nextInt(30);
            case 17 -> {
                if (!calm && random.nextInt(6) == 0) {
                    loseLines();
                }
            }
            case 18, 19 -> list();
            case 20 -> write("smtpd: " + id() + ": client=unknown[192.0.2.9]");
            default -> {
                for (int n = random.nextInt(9); n > 0 && !unread.isEmpty(); n--) {
                    unread.removeFirst().run();
                }
            }
        }
        if (random.nextInt(4) == 0) {
            read();
        }
    }

    /// Reads the log to its end.
    void read() {
        while (!unread.isEmpty()) {
            unread.removeFirst().run();
        }
        told.live.upToDate();
        told.live.idleUntil(TestingQueue.micros(TestingQueue.at(now)));
    }

    /// Lets all that is under way come to its end.
    void rest() {
        for (int round = 0; round < 200; round++) {
            now += 0.1;
            settle();
            any(QueueName.MAILDROP, this::pickUp);
            any(QueueName.INCOMING, this::takeUp);
            answer();
            if (listing != null) {
                list();
            }
        }
        while (mails.values().stream().anyMatch(mail -> mail.pending != null)) {
            now += 0.1;
            answer();
        }
        now += 5;
        settle();
        read();
    }

    /// One listing after the other until none is called for.
    boolean listAsLongAsWanted() {
        for (int i = 0; i < 12 && !told.state().wanted().isEmpty(); i++) {
            do {
                list();
            } while (listing != null);
            now += 5;
            read();
        }
        return told.state().wanted().isEmpty();
    }

    /// What the log is able to tell.
    List<QueuedMessage> truth() {
        return mails.values().stream().filter(mail -> isTold(mail.queue)).map(Mail::told).toList();
    }

    static boolean isTold(QueueName queue) {
        return queue != QueueName.INCOMING && queue != QueueName.MAILDROP;
    }

    /// Whether no change is under way that the log has told before it was made.
    boolean isSettled() {
        return settling.isEmpty() && unread.isEmpty();
    }

    private void settle() {
        for (Mail mail : settling) {
            if (mail.queue == QueueName.ACTIVE) {
                mail.queue = QueueName.DEFERRED;
            }
        }
        settling.clear();
    }

    private void comes() {
        Mail mail = mail(Math.round(now * 1000) / 1000);
        write("smtpd: " + mail.id + ": client=unknown[192.0.2.9]");
        write("cleanup: " + mail.id + ": message-id=<" + mail.id + "@example.org>");
    }

    private void comesHeld() {
        Mail mail = mail(Math.round(now * 1000) / 1000);
        write("smtpd: " + mail.id + ": client=unknown[192.0.2.9]");
        boolean byHeader = random.nextBoolean();
        String hold =
                mail.id
                        + ": hold: RCPT from unknown[192.0.2.9]: <x>: held; from=<s@example.org> to=<"
                        + mail.left.keySet().iterator().next()
                        + "> proto=ESMTP helo=<x>";
        if (byHeader) {
            write("cleanup: " + mail.id + ": message-id=<x@example.org>");
            write("cleanup: " + hold);
        } else {
            write("smtpd: " + hold);
            write("cleanup: " + mail.id + ": message-id=<x@example.org>");
        }
        mail.queue = QueueName.HOLD;
    }

    private void takeUp(Mail mail) {
        if (mail.pending != null) {
            return;
        }
        if (mail.left.isEmpty()) {
            queueActive(mail);
            end(mail);
            return;
        }
        if (mail.expires) {
            write(
                    "qmgr: "
                            + mail.id
                            + ": from=<s@example.org>, status=force-expired, returned to sender");
            write("qmgr: " + mail.id + ": removed");
            mails.remove(mail.id);
            return;
        }
        mail.pending = new HashSet<>(mail.left.keySet());
        // The queue manager removes the file with the reasons first.
        mail.left.replaceAll((_, _) -> "");
        mail.putOff = false;
        mail.queue = QueueName.ACTIVE;
        queueActive(mail);
    }

    private void queueActive(Mail mail) {
        write(
                "qmgr: %s: from=<s@example.org>, size=%d, nrcpt=%d (queue active)"
                        .formatted(mail.id, mail.size, mail.came));
    }

    private void answer() {
        Mail mail = any(one -> one.pending != null);
        if (mail == null) {
            return;
        }
        Set<String> pending = Objects.requireNonNull(mail.pending);
        String to = pending.iterator().next();
        pending.remove(to);
        String status = List.of("sent", "bounced", "deferred", "deferred").get(random.nextInt(4));
        if (status.equals("deferred")) {
            mail.left.put(to, reason());
            mail.putOff = true;
        } else {
            mail.left.remove(to);
        }
        told(mail.id, to, status, mail.left.getOrDefault(to, "250 ok"));
        if (pending.isEmpty()) {
            mail.pending = null;
            if (mail.queue == QueueName.ACTIVE && mail.putOff) {
                settling.add(mail);
            } else if (mail.queue == QueueName.ACTIVE) {
                end(mail);
            }
        }
    }

    private void told(String id, String to, String status, String reason) {
        write(
                "smtp: %s: to=<%s>, relay=mx.example.net[192.0.2.1]:25, delay=9, delays=1/2/3/3, dsn=4.0.0, status=%s (%s)"
                        .formatted(id, to, status, reason));
    }

    private void end(Mail mail) {
        write("qmgr: " + mail.id + ": removed");
        mails.remove(mail.id);
        oldIds.add(mail.id);
    }

    private void pickUp(Mail mail) {
        mails.remove(mail.id);
        Mail next = new Mail(id(), mail.arrival, mail.size + 100);
        mail.left.keySet().forEach(to -> next.left.put(to, ""));
        mails.put(next.id, next);
        next.came = next.left.size();
        write("pickup: " + next.id + ": uid=0 from=<s@example.org> orig_id=" + mail.id);
        write("cleanup: " + next.id + ": message-id=<x@example.org>");
    }

    private void administer() {
        int action = random.nextInt(5);
        boolean all = !calm && random.nextInt(5) == 0;
        String process = "postsuper[" + random.nextInt(3) + "]: ";
        List<Mail> meant = new ArrayList<>();
        for (Mail mail : mails.values()) {
            if (canBe(action, mail) && (all || random.nextInt(4) == 0)) {
                meant.add(mail);
            }
        }
        String each =
                List.of("placed on hold", "released from hold", "removed", "requeued", "expired")
                        .get(action);
        String total =
                List.of(
                                "Placed on hold",
                                "Released from hold",
                                "Deleted",
                                "Requeued",
                                "Force-expired")
                        .get(action);
        for (Mail mail : meant) {
            if (!all) {
                write(process + mail.id + ": " + each);
            }
            switch (action) {
                case 0 -> mail.queue = QueueName.HOLD;
                case 1 -> mail.queue = QueueName.DEFERRED;
                case 2 -> {
                    mails.remove(mail.id);
                    if (mail.pending != null && random.nextBoolean()) {
                        told(mail.id, mail.pending.iterator().next(), "sent", "250 late");
                    }
                }
                case 3 -> mail.queue = QueueName.MAILDROP;
                default -> mail.expires = true;
            }
        }
        if (!meant.isEmpty()) {
            write(process + total + ": " + meant.size() + " messages");
        }
    }

    private static boolean canBe(int action, Mail mail) {
        return switch (action) {
            case 0 -> mail.queue == QueueName.ACTIVE || mail.queue == QueueName.DEFERRED;
            case 1 -> mail.queue == QueueName.HOLD && mail.pending == null;
            case 2 -> mail.queue != QueueName.MAILDROP;
            default ->
                    (mail.queue == QueueName.DEFERRED || mail.queue == QueueName.HOLD)
                            && mail.pending == null
                            && !mail.left.isEmpty();
        };
    }

    private void loseLines() {
        for (int n = random.nextInt(5); n > 0 && !unread.isEmpty(); n--) {
            unread.removeFirst();
        }
        LogGap gap =
                new LogGap(
                        TestingQueue.at(now), "mail.log", LogGap.Cause.TRUNCATED, null, null, null);
        history.add("%.1f lines are lost".formatted(now));
        unread.addFirst(() -> told.live.gap(gap));
    }

    /// A listing begins, or goes on with the next queue, or ends.
    private void list() {
        QueueTable.Editor under = listing;
        if (under == null) {
            told.live.listingBegan("-", TestingQueue.micros(TestingQueue.at(now)));
            history.add("%.1f listing began".formatted(now));
            listing = new QueueTable.Editor("-");
            scanned = 0;
            return;
        }
        if (scanned < SCANNED.size()) {
            for (int n = 1 + random.nextInt(3); n > 0 && scanned < SCANNED.size(); n--) {
                QueueName queue = SCANNED.get(scanned++);
                mails.values().stream()
                        .filter(mail -> mail.queue == queue)
                        .forEach(mail -> under.put(mail.told()));
            }
            return;
        }
        listing = null;
        if (random.nextInt(8) == 0) {
            told.live.listingFailed("-");
            return;
        }
        Duration ahead = Duration.ofSeconds(random.nextInt(7) - 3);
        history.add("%.1f listed %s".formatted(now, under.table().stream().toList()));
        told.live.listed(
                "-",
                new QueueListing(
                        TestingQueue.at(now).minus(ahead), Duration.ZERO, under.table(), true, 0),
                ahead);
    }

    private Mail mail(long arrival) {
        Mail mail = new Mail(id(), arrival, 1_000 + random.nextInt(9_000));
        for (int n = 1 + random.nextInt(random.nextBoolean() ? 1 : 4); n > 0; n--) {
            mail.left.put("r" + n + "@example.net", "");
        }
        mail.came = mail.left.size();
        mails.put(mail.id, mail);
        return mail;
    }

    private String id() {
        if (!oldIds.isEmpty() && random.nextInt(10) == 0) {
            return oldIds.removeFirst();
        }
        return "%05X%X".formatted(random.nextInt(1 << 20), 1_000 + ids++);
    }

    private String reason() {
        return "reason " + reasons++;
    }

    private void any(QueueName queue, Consumer<Mail> to) {
        Mail mail = any(one -> one.queue == queue);
        if (mail != null) {
            to.accept(mail);
        }
    }

    private @Nullable Mail any(Predicate<Mail> test) {
        List<Mail> fitting = mails.values().stream().filter(test).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    private void write(String text) {
        double at = now;
        unread.add(() -> {
            history.add("%.1f %s".formatted(at, text));
            told.line(at, text);
        });
    }
}
