package org.spoolscope.demo.sim;

import java.util.List;
import org.spoolscope.model.QueueName;

/// bounce(8): returns what can't be delivered to its sender, as a message from the null sender.
final class Bounces {
    private static final int NOTICE_BYTES = 2_800;

    private final Node node;
    private final Spool spool;
    private final Tally tally;
    private final Runnable queued;

    /// @param queued told when a notice has been queued
    Bounces(Node node, Spool spool, Tally tally, Runnable queued) {
        this.node = node;
        this.spool = spool;
        this.tally = tally;
        this.queued = queued;
    }

    void send(Message original, List<Failure> failures) {
        Domain to = original.sender.domain();
        if (to == null) {
            // A bounce that bounces is thrown away (notify_classes without 2bounce).
            return;
        }
        long now = node.agenda().now();
        int size = NOTICE_BYTES + Math.min(original.size, 50_000);
        for (Failure failure : failures) {
            size += failure.address().length() + failure.reason().length();
        }
        Message notice =
                new Message(
                        now,
                        spool.inode(),
                        size,
                        Sender.NULL,
                        List.of(
                                new Message.Addressee(
                                        original.sender.address(), to, People.ORDINARY_LOT)));
        node.disk()
                .await(
                        0,
                        3,
                        () -> {
                            tally.arrived++;
                            node.log()
                                    .add(
                                            "cleanup",
                                            () ->
                                                    LogText.messageId(
                                                            spool.id(notice), notice, node));
                            node.log()
                                    .add(
                                            "bounce",
                                            () ->
                                                    spool.id(original)
                                                            + ": sender non-delivery notification: "
                                                            + spool.id(notice));
                            spool.add(notice, QueueName.INCOMING);
                            queued.run();
                        });
    }

    /// A recipient that is given up, and why.
    record Failure(String address, String reason) {}
}
