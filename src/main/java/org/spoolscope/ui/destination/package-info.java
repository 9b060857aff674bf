/// The Destinations page: what becomes of the mail for each mailbox provider or domain, by the log.
///
/// Imports: `model`, `ui.control`, `ui.theme`. Threading: JavaFX thread.
@NullMarked
package org.spoolscope.ui.destination;

import org.jspecify.annotations.NullMarked;
