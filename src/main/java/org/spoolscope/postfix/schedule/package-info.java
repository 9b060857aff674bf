/// When a queued message is tried next, and when it goes back to its sender, by the rules of
/// qmgr(8).
///
/// Imports: model. Threading: everything here is immutable. All times are by one clock, that of the
/// server: a time by another is off by what the two differ
/// ([org.spoolscope.model.ServerFacts#clockAhead]).
@NullMarked
package org.spoolscope.postfix.schedule;

import org.jspecify.annotations.NullMarked;
