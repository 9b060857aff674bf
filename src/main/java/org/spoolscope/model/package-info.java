/// The words every other part speaks: records, enums and sealed interfaces about mail servers,
/// their queues, their hosts and the links to them.
///
/// Imports: the JDK and JSpecify only. Threading: everything here is immutable and may be shared
/// between threads freely. Strings that came from outside (addresses, reasons, remote replies) are
/// kept as they were decoded; only [DisplayText] may reach a screen or a terminal.
@NullMarked
package org.spoolscope.model;

import org.jspecify.annotations.NullMarked;
