package org.spoolscope.demo.sim;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import org.spoolscope.model.Addresses;
import org.spoolscope.model.QueueName;

/// smtpd(8), pickup(8) and cleanup(8) of one instance: a message is accepted when its queue file is
/// on the disk, and until then the client waits. So a slow disk slows the senders down.
final class Intake {
    private static final int PROCESS_LIMIT = 100;
    private static final int CLIENT_BACKLOG = 500;
    private static final int WRITES = 3;
    private static final int HELD_PER_10000 = 3;
    private static final int HELD_AT_MOST = 9;

    private final Node node;
    private final Spool spool;
    private final Tally tally;
    private final Runnable queued;
    private final RandomGenerator random;
    private final ArrayDeque<Submission> clients = new ArrayDeque<>();
    private final Processes processes = new Processes(PROCESS_LIMIT);
    private boolean closed;

    /// @param queued told when a message has come into the incoming queue
    Intake(Node node, Spool spool, Tally tally, Runnable queued) {
        this.node = node;
        this.spool = spool;
        this.tally = tally;
        this.queued = queued;
        this.random = node.random("intake");
    }

    /// Refuses all mail, for want of space, or takes it again.
    void close(boolean close) {
        closed = close;
    }

    void offer(Submission submission) {
        if (closed) {
            reject(submission, "452 4.3.1 Insufficient system storage");
        } else if (processes.anyFree()) {
            receive(submission);
        } else if (clients.size() < CLIENT_BACKLOG) {
            clients.add(submission);
        } else {
            reject(submission, "421 4.7.0 Error: too many connections");
        }
    }

    private void reject(Submission submission, String reply) {
        tally.rejected++;
        String client = client(submission);
        node.log()
                .add(
                        "smtpd",
                        () ->
                                "NOQUEUE: reject: MAIL from "
                                        + client
                                        + ": "
                                        + reply
                                        + "; from=<"
                                        + submission.sender().address()
                                        + "> proto=ESMTP helo=<"
                                        + helo(client)
                                        + ">");
    }

    private void receive(Submission submission) {
        int process = processes.take();
        node.meter().charge(2_500, 1_200);
        Message message =
                new Message(
                        node.agenda().now(),
                        spool.inode(),
                        submission.size(),
                        submission.sender(),
                        submission.to());
        boolean dropped = submission.way() == Submission.Way.SENDMAIL;
        if (dropped) {
            tally.arrived++;
            spool.add(message, QueueName.MAILDROP);
        } else {
            String client = client(submission);
            node.log().add("smtpd", process, () -> "connect from " + client);
            String login =
                    submission.way() == Submission.Way.SUBMISSION
                            ? ", sasl_method=PLAIN, sasl_username=" + submission.sender().address()
                            : "";
            node.log()
                    .add("smtpd", process, () -> spool.id(message) + ": client=" + client + login);
        }
        node.disk().await(0, WRITES, () -> accept(message, submission, process));
    }

    private void accept(Message message, Submission submission, int process) {
        processes.release(process);
        boolean dropped = submission.way() == Submission.Way.SENDMAIL;
        boolean held =
                random.nextInt(10_000) < HELD_PER_10000
                        && spool.queue(QueueName.HOLD).size() < HELD_AT_MOST;
        QueueName queue = held ? QueueName.HOLD : QueueName.INCOMING;
        if (dropped) {
            spool.move(message, queue);
            String from = ": uid=1001 from=<" + message.sender.address() + ">";
            node.log().add("pickup", () -> spool.id(message) + from);
        } else {
            tally.arrived++;
            spool.add(message, queue);
        }
        node.log().add("cleanup", () -> LogText.messageId(spool.id(message), message, node));
        if (submission.way() == Submission.Way.SUBMISSION) {
            String domain = Addresses.domain(message.sender.address());
            node.log()
                    .addOf(
                            "opendkim",
                            () ->
                                    spool.id(message)
                                            + ": DKIM-Signature field added (s=mail, d="
                                            + domain
                                            + ")");
        }
        String client = client(submission);
        if (held) {
            node.log().add("cleanup", () -> LogText.held(spool.id(message), message, client));
        } else {
            queued.run();
        }
        if (!dropped) {
            node.log()
                    .add(
                            "smtpd",
                            process,
                            () ->
                                    "disconnect from "
                                            + client
                                            + " ehlo=1 mail=1 rcpt="
                                            + message.addressees.size()
                                            + " data=1 quit=1 commands="
                                            + (4 + message.addressees.size()));
        }
        Submission next = clients.poll();
        if (next != null) {
            receive(next);
        }
    }

    private static String client(Submission submission) {
        Domain from = submission.sender().domain();
        if (submission.way() == Submission.Way.SMTP && from != null && !from.mx().isEmpty()) {
            return from.mx() + "[" + from.address() + "]";
        }
        int host = 10 + Math.floorMod(submission.sender().address().hashCode(), 40);
        return switch (submission.way()) {
            case SMTP -> "app" + host + ".nordlys.example[192.0.2." + (100 + host) + "]";
            case SUBMISSION -> "unknown[203.0.113." + (100 + host) + "]";
            case SENDMAIL -> "localhost[127.0.0.1]";
        };
    }

    private static String helo(String client) {
        return client.substring(0, client.indexOf('['));
    }
}
