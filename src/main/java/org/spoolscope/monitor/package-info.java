/// Watches the configured servers and publishes what it sees.
///
/// One [org.spoolscope.monitor.Fleet] holds one `MailServer` per server. A `MailServer` runs four
/// virtual threads: the link keeper (connects, waits, connects again), the host sampler, the
/// lister, and the writer, which alone changes the model and publishes an immutable
/// [org.spoolscope.model.ServerSnapshot]. The others only post observations into the writer's
/// bounded inbox; when it is full they wait, and so does the server (SSH flow control).
///
/// Imports `postfix`, `host`, `ssh`, `store`, `model`. All waiting goes through
/// [org.spoolscope.monitor.Sleeper].
@NullMarked
package org.spoolscope.monitor;

import org.jspecify.annotations.NullMarked;
