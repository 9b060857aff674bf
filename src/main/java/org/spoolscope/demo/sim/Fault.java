package org.spoolscope.demo.sim;

/// A trouble that can be put into a simulated host, and taken out again.
public enum Fault {
    /// `authorized_mailq_users` does not name the account.
    REFUSE_LISTING,
    /// The machine is gone: connections are cut and nobody listens, until this is taken out again.
    LOSE_LINK,
    /// No space is left where the spool lies; new mail is refused.
    SPOOL_FULL,
    /// There is no postqueue in the path.
    NO_POSTQUEUE,
    /// Postfix is stopped: nothing moves, and postqueue says so.
    MAIL_SYSTEM_DOWN,
    /// The kernel has no pressure stall information.
    NO_PSI,
    /// The spool lies on something that is no block device.
    NO_DISKSTATS,
    /// The shell ends as soon as it is asked for a sample.
    NO_SAMPLER
}
