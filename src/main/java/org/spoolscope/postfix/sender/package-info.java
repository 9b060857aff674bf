/// For which domains a server sends, as its own log tells it.
///
/// Imports: model, postfix.log. Threading: see each type; no thread is made here.
@NullMarked
package org.spoolscope.postfix.sender;

import org.jspecify.annotations.NullMarked;
