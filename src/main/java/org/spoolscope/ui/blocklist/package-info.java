/// The Blocklists page: what the lists say of each server's addresses, what that costs in refused
/// mail, and what to do about it.
///
/// Imports: `model`, `ui.control`, `ui.fx`, `ui.settings`, `ui.theme`. Threading: the JavaFX
/// thread, except [PageReading] and what it is made of, which work on any.
@NullMarked
package org.spoolscope.ui.blocklist;

import org.jspecify.annotations.NullMarked;
