package org.spoolscope.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something on a connected server that keeps Spoolscope, or Postfix, from doing its work.
/// [Wording] has a sentence for each that says what to do.
public sealed interface Trouble {
    /// Free bytes below which Postfix has as good as no room for a message.
    long NO_ROOM = 10L << 20;

    /// How bad: `BAD` keeps mail from flowing, `WARN` will or hides something, `NOTE` informs.
    enum Severity {
        NOTE,
        WARN,
        BAD
    }

    /// `postqueue` is not on this server, or not where it was looked for.
    record PostqueueMissing() implements Trouble {}

    /// `authorized_mailq_users` does not name this account.
    record ListingNotAllowed(String instance, String user) implements Trouble {}

    /// Postfix does not run (exit 69, `Mail system is down`).
    record MailSystemDown(String instance) implements Trouble {}

    /// A listing failed in another way.
    record ListingFailed(String instance, int exitStatus, String message) implements Trouble {}

    /// A listing was cut off: it took longer, or was larger, than its budget.
    record ListingCut(String instance, String why) implements Trouble {}

    /// Listings wait because the server's disk is under pressure.
    record ListingWaits(double ioPressure) implements Trouble {}

    /// Little or no space, or no inodes, left where the spool lies. Postfix refuses mail below
    /// `queue_minfree`.
    record SpoolFull(long freeBytes, long freeInodes, boolean inodes) implements Trouble {}

    /// CPUs wait for the disk. Both from 0 to 1; `ioPressure` is null on a kernel that tells none.
    record DiskBound(double iowait, @Nullable Double ioPressure) implements Trouble {}

    /// The queue grows and does not drain.
    record QueueGrowing(double perHour, int total) implements Trouble {}

    /// Most of what waits, waits for one reason.
    ///
    /// @param reason in the remote's words, with its codes, such as `Mailbox full (452 4.2.2)`
    /// @param domain of the recipients
    record OneReason(String reason, String domain, int messages, int total) implements Trouble {}

    /// The active queue is as good as full: the queue manager takes no other mail up until there is
    /// room.
    ///
    /// @param limit `qmgr_message_active_limit`
    /// @param domain that most of it is for, or empty
    /// @param there messages for that domain
    record ActiveFull(String instance, int active, int limit, String domain, int there)
            implements Trouble {}

    /// More arrives than the queue manager takes up, though the active queue has room.
    ///
    /// @param perHour by which the incoming queue grows
    /// @param diskBound whether the disk is busy, too
    record IncomingGrowing(
            String instance, int incoming, double perHour, int active, boolean diskBound)
            implements Trouble {
        /// The same, with or without a busy disk.
        public IncomingGrowing withDiskBound(boolean busy) {
            return new IncomingGrowing(instance, incoming, perHour, active, busy);
        }
    }

    /// Most deferred mail waits for one destination, and that can't be connected to.
    ///
    /// @param destination a provider, or the domain of its hosts or of the recipients
    /// @param waiting age of the oldest
    record DestinationDown(
            String destination, String reason, int messages, int deferred, Duration waiting)
            implements Trouble {}

    /// Most deferred mail waits for one destination that takes some, but less than is sent to it.
    ///
    /// @param destination as above
    /// @param concurrency `default_destination_concurrency_limit`
    record DestinationLimits(
            String destination, String reason, int messages, int deferred, int concurrency)
            implements Trouble {}

    /// Most deferred mail has waited for more than a day, and there is not more and more of it.
    ///
    /// @param fromNobody those of the old ones that are from the null sender: bounces
    record DeferredOld(int old, int deferred, int fromNobody) implements Trouble {}

    /// Mail on hold that is older than mail can become otherwise.
    record HeldLong(String instance, int messages, Duration longerThan) implements Trouble {}

    /// The remote shell can't run the sampler, or a part of it is not there.
    record SamplerFailed(String message) implements Trouble {}

    /// An error in Spoolscope itself has ended a part of its work for this server: what that part
    /// tells is of the time before.
    record WorkStopped(Work work) implements Trouble {
        /// What is not done any more.
        public enum Work {
            QUEUE,
            HOST,
            LOG,
            LISTS
        }
    }

    default Severity severity() {
        return switch (this) {
            case PostqueueMissing _, MailSystemDown _, ActiveFull _ -> Severity.BAD;
            case SpoolFull(long bytes, _, boolean inodes) ->
                    bytes < NO_ROOM || inodes ? Severity.BAD : Severity.WARN;
            case DiskBound(double iowait, Double pressure) ->
                    iowait > 0.35 || (pressure != null && pressure > 0.6)
                            ? Severity.BAD
                            : Severity.WARN;
            case ListingNotAllowed _,
                    ListingFailed _,
                    ListingCut _,
                    QueueGrowing _,
                    OneReason _,
                    IncomingGrowing _,
                    DestinationDown _,
                    DestinationLimits _,
                    SamplerFailed _,
                    WorkStopped _ ->
                    Severity.WARN;
            case ListingWaits _, DeferredOld _, HeldLong _ -> Severity.NOTE;
        };
    }
}
