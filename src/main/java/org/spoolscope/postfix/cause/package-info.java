/// Why mail is put off, bounced or refused: replies without what varies in them
/// ([org.spoolscope.postfix.cause.ReasonNormaliser]), and the class that each belongs to by rules
/// that are data ([org.spoolscope.postfix.cause.CauseRules]).
///
/// Imports `model` only; no I/O. Listings of the queue and lines of the log go the same way.
@NullMarked
package org.spoolscope.postfix.cause;

import org.jspecify.annotations.NullMarked;
