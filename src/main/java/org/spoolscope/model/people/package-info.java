/// Who is named in a text, and the text without them.
///
/// Imports: `model` only. Everything is immutable; any thread.
@NullMarked
package org.spoolscope.model.people;

import org.jspecify.annotations.NullMarked;
