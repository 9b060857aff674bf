/// See docs/architecture.md.
@NullMarked
package org.spoolscope.store;

import org.jspecify.annotations.NullMarked;
