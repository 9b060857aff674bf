package org.spoolscope.demo.sim;

/// What has become of all messages of an instance since the simulation began. Every message is
/// counted once among the arrived, and once among the delivered, the bounced or the deleted, or it
/// is still queued.
final class Tally {
    /// Messages that were queued, bounces of our own making among them.
    long arrived;

    /// Messages of which every recipient was reached.
    long delivered;

    /// Messages of which at least one recipient was returned to the sender, and the rest reached.
    long bounced;

    /// Messages that somebody deleted.
    long deleted;

    /// Mail refused at the door.
    long rejected;

    /// Recipients.
    long sent;

    /// Attempts that were put off.
    long deferrals;

    Totals totals(int queued) {
        return new Totals(arrived, queued, delivered, bounced, deleted, rejected, sent, deferrals);
    }
}
