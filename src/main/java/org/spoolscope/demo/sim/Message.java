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
    /// When it arrived.
    final long created;

    /// When its queue file got its name: later than `created` where it was requeued.
    final long named;

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

    /// Whether it is to be given up after the next attempt, whatever its age.
    boolean forcedExpire;

    /// Whether its queue file has been removed.
    boolean gone;

    Message(long created, long inode, int size, Sender sender, List<Addressee> addressees) {
        this(created, created, inode, size, sender, addressees);
    }

    private Message(
            long created,
            long named,
            long inode,
            int size,
            Sender sender,
            List<Addressee> addressees) {
        this.created = created;
        this.named = named;
        this.inode = inode;
        this.size = size;
        this.sender = sender;
        this.addressees = addressees;
    }

    /// What comes of it when it is requeued: the recipients that are left, as if not tried yet.
    Message again(long now, long newInode, int newSize) {
        List<Addressee> left =
                addressees.stream()
                        .filter(to -> !to.done)
                        .map(to -> new Addressee(to.address, to.domain, to.lot))
                        .toList();
        return new Message(created, now, newInode, newSize, sender, left);
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
                instance, queue, id, arrival, size, sender.address(), recipients, forcedExpire);
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
