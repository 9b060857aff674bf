/// The simulated world behind the demo fleet: mail servers to which mail arrives, and which try to
/// get it delivered, over simulated time.
///
/// [SimulatedHost] is the way in. It is a discrete-event simulation: an [Agenda] of what happens
/// when, and one piece per concern: `Arrivals` (who sends), `Intake` (smtpd, pickup, cleanup),
/// `QueueManager` (qmgr: incoming to active, deferred scans, back-off), `Delivery` (smtp:
/// concurrency per destination), `Provider` (what the world's mail servers answer), `Bounces`,
/// `Disk` and `HostMeter` (what the kernel would count), `MailLog`. It follows Postfix's rules and
/// defaults (postconf(5), qmgr(8)), and what a slow disk does to the queue is not scripted: it
/// follows from the disk's queue.
///
/// It is seeded and repeatable: one random stream per concern, and nothing depends on when or how
/// often somebody looks. It is lazy: time passes only when somebody asks.
///
/// Imports `model`. Threading: [SimulatedHost] may be used from any thread; all else is confined to
/// its lock.
@NullMarked
package org.spoolscope.demo.sim;

import org.jspecify.annotations.NullMarked;
