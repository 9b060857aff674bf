/// Understands Postfix's log: bytes of lines in, [org.spoolscope.postfix.log.LogLine] out.
///
/// A line is parsed where it lies, with no copy, no regular expression and nothing left for the
/// collector: [org.spoolscope.postfix.log.LogParser] writes the bounds of each field into a
/// `LogLine` that is used again for the next line. What has to outlive the line is copied by the
/// one who needs it.
///
/// Imports `model` only; no I/O. Threading: a parser and its line belong to one thread.
@NullMarked
package org.spoolscope.postfix.log;

import org.jspecify.annotations.NullMarked;
