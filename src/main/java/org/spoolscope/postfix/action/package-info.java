/// What Spoolscope runs on a server to change its queue, and what Postfix answers.
///
/// Imports: `model`, `postfix`. Pure functions over text.
@NullMarked
package org.spoolscope.postfix.action;

import org.jspecify.annotations.NullMarked;
