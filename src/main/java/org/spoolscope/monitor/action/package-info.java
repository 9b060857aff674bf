/// Carrying out actions on queued mail: plan, freeze, check, act, prove.
///
/// What is destroyed is put on hold first, compared with what the person saw, and only then
/// touched, so that a queue id that was reused meanwhile never hits another message. Each step is
/// in the journal before it is taken. What Postfix does not report is looked up in a listing, and
/// so is everything after a lost link. Imports: `model`, `postfix`, `ssh`, `store.actions`,
/// `monitor`. Threading: one action runs on one thread; the desk may be used by any.
@NullMarked
package org.spoolscope.monitor.action;

import org.jspecify.annotations.NullMarked;
