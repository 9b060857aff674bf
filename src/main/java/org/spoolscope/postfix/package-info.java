/// Postfix as seen from outside: the remote commands as data, and the parsers that turn what they
/// print into records. Text in, records out; nothing here opens a connection or a file.
///
/// Imports: `model` and the JDK; jackson-core for reading `postqueue -j`. Threading: commands,
/// grants, filters and shapes are immutable; a parser object belongs to one thread. Parsers never
/// throw on input: what they do not understand they count.
@NullMarked
package org.spoolscope.postfix;

import org.jspecify.annotations.NullMarked;
