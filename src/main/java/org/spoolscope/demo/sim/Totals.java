package org.spoolscope.demo.sim;

/// What has become of the mail of one instance since the simulation began.
///
/// @param arrived messages that were queued, bounces of our own making among them
/// @param queued those that still are
/// @param delivered those of which every recipient was reached
/// @param bounced those of which at least one recipient was returned to the sender
/// @param deleted those that somebody removed
/// @param rejected messages refused at the door, not among the arrived
/// @param sent recipients reached
/// @param deferrals attempts that were put off
public record Totals(
        long arrived,
        int queued,
        long delivered,
        long bounced,
        long deleted,
        long rejected,
        long sent,
        long deferrals) {}
