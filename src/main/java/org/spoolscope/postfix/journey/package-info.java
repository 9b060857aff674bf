/// The journey of a message, joined from the lines of one or several servers' logs, on demand
/// ([org.spoolscope.postfix.journey.JourneySearch]): nothing is kept per message while a log is
/// followed.
///
/// Reads a stream of lines as often as it takes until no further queue id turns up, mostly twice.
/// What it keeps is bounded; what it hands out is immutable. Imports `model` and `postfix.log`.
@NullMarked
package org.spoolscope.postfix.journey;

import org.jspecify.annotations.NullMarked;
