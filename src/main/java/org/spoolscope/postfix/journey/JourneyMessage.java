package org.spoolscope.postfix.journey;

import java.util.List;

/// One message under one queue id.
///
/// @param server whose log it is in
/// @param instance the first part of the program's name: `postfix`, `postfix-out`
/// @param messageId without angle brackets; empty where not logged
/// @param from the envelope sender, empty for the null sender or where not logged
/// @param client `NAME[IP]`, or empty
/// @param size in bytes; -1 where not logged
/// @param recipients how many it had when it was queued; -1 where not logged
/// @param steps in the order of the log
/// @param next what came of it
public record JourneyMessage(
        String server,
        String instance,
        String id,
        String messageId,
        String from,
        String client,
        long size,
        long recipients,
        Outcome outcome,
        List<Step> steps,
        List<Branch> next) {
    public JourneyMessage {
        steps = List.copyOf(steps);
        next = List.copyOf(next);
    }

    /// A message that came of another.
    ///
    /// @param line the number of the line that says so, in the log of the message it came of, or
    ///   its own
    public record Branch(Relation relation, long line, JourneyMessage message) {}

    /// How it ended, as far as the log goes.
    public enum Outcome {
        /// All recipients that the log names were delivered.
        DELIVERED,
        /// At least one recipient was given back to the sender.
        BOUNCED,
        /// It was too old, and given back.
        EXPIRED,
        DELETED,
        REQUEUED,
        /// It is on hold.
        HELD,
        /// It is in the queue.
        QUEUED,
        REJECTED,
        DISCARDED,
        /// The log does not tell.
        UNKNOWN
    }
}
