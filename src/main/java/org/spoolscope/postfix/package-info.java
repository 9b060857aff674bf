/// See docs/architecture.md.
@NullMarked
package org.spoolscope.postfix;

import org.jspecify.annotations.NullMarked;
