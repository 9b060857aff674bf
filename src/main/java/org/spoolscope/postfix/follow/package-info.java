/// Following a mail log, without the I/O: the remote commands as data, what they answer, which
/// generation of a rotated file comes after which, and the position up to which a log was read.
///
/// A *generation* is one file's content from its creation until nothing is written to it any more;
/// rotation, compression and copying give it other names, and copying even another inode. What
/// makes it the same is its content ([org.spoolscope.postfix.follow.Fingerprint]); never a time.
///
/// Imports `model` and the JDK; jackson-core for the journal's JSON. All is immutable or belongs to
/// one thread. Parsers never throw on what a server sends.
@NullMarked
package org.spoolscope.postfix.follow;

import org.jspecify.annotations.NullMarked;
