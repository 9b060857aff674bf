/// The filter language of the search boxes of queue and log and of the command line: terms joined
/// by spaces (and), `or`, `not` or `-`, parentheses, `key:value`, comparisons, quotes, `*` and `?`.
///
/// Imports: `model`, `postfix`, `postfix.log` and the JDK only. Threading: a filter is immutable.
/// Unlike foreign input, a mistake in a filter is told to the one who typed it, with its column.
@NullMarked
package org.spoolscope.postfix.filter;

import org.jspecify.annotations.NullMarked;
