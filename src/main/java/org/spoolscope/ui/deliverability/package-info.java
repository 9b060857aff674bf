/// The Deliverability page: what the DNS says of one server's addresses, names and domains, how bad
/// that is, and the lines to copy that put it right.
///
/// Imports: `model`, `monitor` (results only), `ui.control`, `ui.fx`, `ui.settings`, `ui.theme`.
/// Threading: the JavaFX thread, except [ServerChecks].
@NullMarked
package org.spoolscope.ui.deliverability;

import org.jspecify.annotations.NullMarked;
