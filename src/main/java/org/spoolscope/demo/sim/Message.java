package org.spoolscope.demo.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;

/// A queue file: one message of an instance. Also a link in the list of its queue.
final class Message {
    final long created;
    final long inode;
    final int size;
    final Sender sender;
    final List<Addressee> addressees;
    QueueName queue = QueueName.INCOMING;
    @Nullable Message previous;
    @Nullable Message next;

    /// When it last became active.
    long activated;

    /// Not tried again before this moment.
    long due;

    /// Deliveries under way or waiting in the active queue.
    int open;

    /// Whether a bounce has been sent for any of its recipients.
    boolean returned;

    Message(long created, long inode, int size, Sender sender, List<Addressee> addressees) {
        this.created = created;
        this.inode = inode;
        this.size = size;
        this.sender = sender;
        this.addressees = addressees;
    }

    QueuedMessage listed(String instance, QueueId id) {
        List<Recipient> recipients = new ArrayList<>(addressees.size());
        // Recipients with a defer record come first (showq.c), then those of the queue file.
        for (Addressee addressee : addressees) {
            if (!addressee.done && addressee.reason != null) {
                recipients.add(new Recipient(addressee.address, addressee.reason));
            }
        }
        for (Addressee addressee : addressees) {
            if (!addressee.done && addressee.reason == null) {
                recipients.add(new Recipient(addressee.address, null));
            }
        }
        Instant arrival = Instant.ofEpochSecond(created / Agenda.SECOND);
        return new QueuedMessage(
                instance, queue, id, arrival, size, sender.address(), recipients, false);
    }

    /// One recipient of the message.
    static final class Addressee {
        final String address;
        final Domain domain;

        /// See [People#lot].
        final int lot;

        int attempts;
        boolean done;

        /// Why it failed for good in the attempts under way, until the bounce is sent.
        @Nullable Answer bounced;

        /// Why it was deferred last.
        @Nullable String reason;

        Addressee(String address, Domain domain, int lot) {
            this.address = address;
            this.domain = domain;
            this.lot = lot;
        }
    }
}
