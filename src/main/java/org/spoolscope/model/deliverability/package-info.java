/// Deliverability: what the DNS says of a mail server's addresses, names and domains, and what is
/// wrong with it.
///
/// Imports: the JDK, JSpecify and [org.spoolscope.model]. Threading: everything here is immutable.
@NullMarked
package org.spoolscope.model.deliverability;

import org.jspecify.annotations.NullMarked;
