package org.spoolscope.postfix.log;

import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/// A busy server's days: messages come in, are delivered, deferred and tried again, bounce, expire;
/// strangers are turned away; daemons keep house. Each message lives through its lines in order,
/// interleaved with the others'.
final class MailTraffic {
    private static final long SECOND = 1_000_000;
    private static final int RETRIES = 6;

    private final LogWriter log;
    private final Random random;
    private final MailNames names;
    private final Refusals refusals;
    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long now;
    private long order;

    /// What happens at a time; in order where times are equal.
    private record Step(long at, long order, Runnable run) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /// One message on its way.
    private record Message(String id, String sender, int size, int recipients, boolean out) {}

    MailTraffic(LogWriter log, long seed) {
        this.log = log;
        random = new Random(seed);
        names = new MailNames(random);
        refusals =
                new Refusals(
                        random, names, (program, pid, text) -> log.line(now, program, pid, text));
    }

    /// Lets time pass until so many lines are written; what has begun is not ended.
    void run(long lines) {
        while (log.lines() < lines) {
            long next = now + random.nextInt((int) SECOND);
            while (!steps.isEmpty() && steps.peek().at <= next) {
                Step step = steps.poll();
                now = step.at;
                step.run.run();
            }
            now = next;
            begin();
        }
    }

    private void begin() {
        int kind = random.nextInt(100);
        if (kind < 30) {
            inbound();
        } else if (kind < 52) {
            submission();
        } else if (kind < 57) {
            pickup("root@mail1.example.org", false);
        } else if (kind < 60) {
            pickup(names.bulkSender(), true);
        } else {
            refusals.one(kind);
        }
    }

    private void inbound() {
        int pid = pid();
        String client = names.client();
        say("smtpd", pid, "connect from " + client);
        if (random.nextInt(4) > 0) {
            say(
                    "smtpd",
                    pid,
                    "Anonymous TLS connection established from "
                            + client
                            + ": TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)");
        }
        String sender = random.nextInt(15) == 0 ? "" : names.address();
        Message message = new Message(names.id(now), sender, size(), 1, false);
        say("smtpd", pid, message.id + ": client=" + client);
        in(
                SECOND / 3,
                () -> {
                    cleanup(message, client);
                    say(
                            "smtpd",
                            pid,
                            "disconnect from "
                                    + client
                                    + " ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7");
                });
    }

    private void cleanup(Message message, String client) {
        int pid = pid();
        messageId(message, pid);
        switch (random.nextInt(60)) {
            case 0 ->
                    say(
                            "cleanup",
                            pid,
                            message.id
                                    + ": reject: header Subject: win "
                                    + size()
                                    + " now from "
                                    + client
                                    + "; from=<"
                                    + message.sender
                                    + "> to=<"
                                    + names.ours()
                                    + "> proto=ESMTP helo=<mx.example.net>: 5.7.1 no thanks");
            case 1 ->
                    say(
                            "cleanup",
                            pid,
                            message.id
                                    + ": milter-reject: END-OF-MESSAGE from "
                                    + client
                                    + ": 5.7.1 Spam message rejected; from=<"
                                    + message.sender
                                    + "> to=<"
                                    + names.ours()
                                    + "> proto=ESMTP helo=<mx.example.net>");
            case 2 -> {
                say(
                        "cleanup",
                        pid,
                        message.id
                                + ": warning: header X-Mailer: Foo from "
                                + client
                                + "; from=<"
                                + message.sender
                                + "> to=<"
                                + names.ours()
                                + "> proto=ESMTP helo=<mx.example.net>");
                queued(message);
            }
            case 3 -> hold(message, client, pid);
            default -> queued(message);
        }
    }

    private void hold(Message message, String client, int pid) {
        say(
                "cleanup",
                pid,
                message.id
                        + ": hold: header Subject: invoice from "
                        + client
                        + "; from=<"
                        + message.sender
                        + "> to=<"
                        + names.ours()
                        + "> proto=ESMTP helo=<mx.example.net>");
        in(
                600 * SECOND,
                () -> {
                    int postsuper = pid();
                    boolean delete = random.nextBoolean();
                    say(
                            "postsuper",
                            postsuper,
                            message.id + (delete ? ": removed" : ": released from hold"));
                    say(
                            "postsuper",
                            postsuper,
                            delete ? "Deleted: 1 message" : "Released from hold: 1 message");
                    if (!delete) {
                        in(200 * SECOND, () -> queued(message));
                    }
                });
    }

    private void submission() {
        int pid = pid();
        String client = names.client();
        String sender = names.ours();
        say("submission/smtpd", pid, "connect from " + client);
        say(
                "submission/smtpd",
                pid,
                "Anonymous TLS connection established from "
                        + client
                        + ": TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)");
        Message message = new Message(names.id(now), sender, size(), 1 + names.skewed(6), true);
        say(
                "submission/smtpd",
                pid,
                message.id + ": client=" + client + ", sasl_method=PLAIN, sasl_username=" + sender);
        in(
                SECOND / 2,
                () -> {
                    messageId(message, pid());
                    queued(message);
                    say(
                            "submission/smtpd",
                            pid,
                            "disconnect from "
                                    + client
                                    + " ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8");
                });
    }

    private void pickup(String sender, boolean out) {
        Message message = new Message(names.id(now), sender, size(), 1 + names.skewed(20), out);
        say("pickup", 811, message.id + ": uid=" + random.nextInt(1200) + " from=<" + sender + ">");
        messageId(message, pid());
        in(SECOND / 10, () -> queued(message));
    }

    private void messageId(Message message, int pid) {
        say(
                "cleanup",
                pid,
                message.id
                        + ": message-id=<"
                        + Long.toHexString(random.nextLong())
                        + "."
                        + now
                        + "@"
                        + names.domain()
                        + ">");
    }

    private void queued(Message message) {
        int[] left = {message.recipients};
        active(message);
        for (int i = 0; i < message.recipients; i++) {
            String recipient = message.out ? names.address() : names.ours();
            in(2 * SECOND, () -> attempt(message, recipient, left, 0));
        }
    }

    private void active(Message message) {
        say(
                "qmgr",
                812,
                message.id
                        + ": from=<"
                        + message.sender
                        + ">, size="
                        + message.size
                        + ", nrcpt="
                        + message.recipients
                        + " (queue active)");
    }

    private void attempt(Message message, String recipient, int[] left, int tries) {
        if (!message.out) {
            Deliveries.local(
                    random,
                    recipient,
                    (program, text) -> say(program, pid(), message.id + ": " + text));
            done(message, left);
            return;
        }
        String domain = recipient.substring(recipient.lastIndexOf('@') + 1);
        String mx = names.mx(domain);
        int luck = random.nextInt(100);
        String to = message.id + ": to=<" + recipient + ">, relay=";
        if (luck < 78) {
            if (random.nextInt(3) == 0) {
                say(
                        "smtp",
                        pid(),
                        "Trusted TLS connection established to "
                                + mx
                                + ":25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)");
            }
            say(
                    "smtp",
                    pid(),
                    to
                            + mx
                            + ":25, "
                            + delays(tries)
                            + "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as "
                            + names.id(now)
                            + ")");
            done(message, left);
        } else if (luck < 94 && tries < RETRIES) {
            Deliveries.deferred(
                    random,
                    mx,
                    domain,
                    (relay, dsn, reason) ->
                            say(
                                    "smtp",
                                    pid(),
                                    to
                                            + relay
                                            + ", "
                                            + delays(tries)
                                            + "dsn="
                                            + dsn
                                            + ", status=deferred ("
                                            + reason
                                            + ")"));
            in(
                    (300L << tries) * SECOND,
                    () -> {
                        active(message);
                        attempt(message, recipient, left, tries + 1);
                    });
        } else if (tries == RETRIES) {
            say(
                    "qmgr",
                    812,
                    message.id
                            + ": from=<"
                            + message.sender
                            + ">, status=expired, returned to sender");
            bounce(message, left);
        } else {
            say(
                    "smtp",
                    pid(),
                    to
                            + mx
                            + ":25, "
                            + delays(tries)
                            + "dsn=5.1.1, status=bounced (host "
                            + mx
                            + " said: 550 5.1.1 <"
                            + recipient
                            + ">: Recipient address rejected: User unknown"
                            + " (in reply to RCPT TO command))");
            bounce(message, left);
        }
    }

    private void bounce(Message message, int[] left) {
        if (!message.sender.isEmpty()) {
            Message notice = new Message(names.id(now), "", size(), 1, random.nextBoolean());
            messageId(notice, pid());
            say("bounce", pid(), message.id + ": sender non-delivery notification: " + notice.id);
            queued(notice);
        }
        done(message, left);
    }

    private void done(Message message, int[] left) {
        if (--left[0] == 0) {
            say("qmgr", 812, message.id + ": removed");
        }
    }

    private String delays(int tries) {
        double wait = tries == 0 ? random.nextInt(90) / 100.0 : 300 << tries;
        double connect = random.nextInt(200) / 100.0;
        double send = random.nextInt(150) / 100.0;
        return String.format(
                Locale.ROOT,
                "delay=%.2f, delays=%.2f/0.01/%.2f/%.2f, ",
                wait + connect + send,
                wait,
                connect,
                send);
    }

    private int size() {
        return 800 + names.skewed(400_000);
    }

    private int pid() {
        return 2_000 + random.nextInt(600);
    }

    private void say(String program, int pid, String text) {
        log.line(now, program, pid, text);
    }

    /// Within the time, at random.
    private void in(long micros, Runnable run) {
        steps.add(new Step(now + 1 + (long) (random.nextDouble() * micros), order++, run));
    }
}
