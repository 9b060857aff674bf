/// What can be done to queued mail: what was asked, and what really came of it.
///
/// Imports: `model` only. Everything is immutable.
@NullMarked
package org.spoolscope.model.action;

import org.jspecify.annotations.NullMarked;
