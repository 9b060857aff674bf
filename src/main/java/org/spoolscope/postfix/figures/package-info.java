/// What the lines of a log add up to: rates, delays, causes, destinations, counts by minute
/// ([org.spoolscope.postfix.figures.LogFigures] owns them all for one server).
///
/// Folds [org.spoolscope.postfix.log.LogLine]s in the log's own time: a backlog that is read at
/// full speed gives the figures that reading it live would have given. Nothing is allocated per
/// line in the steady state, and all of it is bounded. No threads, no I/O: what is here belongs to
/// the one who folds; what it hands out is immutable.
@NullMarked
package org.spoolscope.postfix.figures;

import org.jspecify.annotations.NullMarked;
