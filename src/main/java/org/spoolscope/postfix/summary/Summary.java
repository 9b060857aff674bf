package org.spoolscope.postfix.summary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The totals of logs. What pflogsumm's "Grand Totals" count under the same words means the same.
///
/// @param lines all of them
/// @param foreign lines that are not Postfix's
/// @param other lines of Postfix that no rule knows
/// @param received messages from clients (`client=`) and local accounts (pickup)
/// @param delivered recipients with `status=sent`, without those forwarded
/// @param forwarded recipients whose message went on as a new one
/// @param deferred messages with a deferral
/// @param deferrals attempts with `status=deferred`
/// @param bounced recipients with `status=bounced`
/// @param rejected commands and messages that were refused
/// @param rejectWarnings those that would have been, but for `warn_if_reject` or a rule that warns
/// @param held put on hold by a rule on arrival
/// @param discarded dropped by a rule
/// @param bytesReceived of messages received, when they are first queued
/// @param bytesDelivered a message's size for each recipient delivered
/// @param senders different ones of messages received; the null sender is one
/// @param recipients different ones delivered
/// @param estimated whether senders and recipients were too many to be known one by one
/// @param first time of the first line of Postfix, null where there is none
/// @param last time of the last one
/// @param topSenders by messages received
/// @param topRecipients by deliveries
/// @param topDomains of recipients, by deliveries
/// @param topDeferrals reasons, normalised, by deferrals
/// @param topBounces reasons, normalised, by recipients bounced
/// @param topRejects our replies, normalised, by rejects
public record Summary(
        long lines,
        long foreign,
        long other,
        long received,
        long delivered,
        long forwarded,
        long deferred,
        long deferrals,
        long bounced,
        long rejected,
        long rejectWarnings,
        long held,
        long discarded,
        long bytesReceived,
        long bytesDelivered,
        long senders,
        long recipients,
        boolean estimated,
        @Nullable Instant first,
        @Nullable Instant last,
        List<Count> topSenders,
        List<Count> topRecipients,
        List<Count> topDomains,
        List<Count> topDeferrals,
        List<Count> topBounces,
        List<Count> topRejects) {
    /// How often something occurred.
    public record Count(String name, long count) {}
}
