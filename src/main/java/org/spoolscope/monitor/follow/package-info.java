/// Follows the mail log of a connected server: every line once, in order, through rotation,
/// truncation, lost links and restarts.
///
/// [org.spoolscope.monitor.follow.LogFollower] reads files, each through a
/// [org.spoolscope.monitor.follow.FileTail]; [org.spoolscope.monitor.follow.JournalFollower] reads
/// the systemd journal. Both hand what they read to a [org.spoolscope.monitor.follow.LineSink], on
/// the thread that runs them. Blocking code for virtual threads: interruption means stop; all
/// waiting goes through [org.spoolscope.monitor.follow.Pause].
///
/// Imports `postfix`, `ssh`, `model`; not `monitor`, which uses it.
@NullMarked
package org.spoolscope.monitor.follow;

import org.jspecify.annotations.NullMarked;
