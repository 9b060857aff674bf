/// Counts what logs say: the totals of the `summary` command.
///
/// Made for logs of any size in bounded memory and for several cores: what needs no order is
/// counted where a part of a log is parsed ([org.spoolscope.postfix.summary.PartCounter]), what
/// follows messages from line to line in the log's order
/// ([org.spoolscope.postfix.summary.SummaryCounter]).
///
/// The words mean what `pflogsumm` means by them; where it errs, `docs/pflogsumm.md` says how.
///
/// Imports `postfix` and `postfix.log` only; no I/O. Threading: as each class says.
@NullMarked
package org.spoolscope.postfix.summary;

import org.jspecify.annotations.NullMarked;
