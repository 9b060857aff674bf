/// The host below the mail server: the remote sampler as data, and the parser that turns its frames
/// into samples. Text in, records out; nothing here opens a connection or a file.
///
/// Imports: `model` and the JDK only. Threading: a [SampleParser] belongs to one thread. What a
/// host does not show becomes a named absence, never a zero.
@NullMarked
package org.spoolscope.host;

import org.jspecify.annotations.NullMarked;
