/// See docs/architecture.md.
@NullMarked
package org.spoolscope.app;

import org.jspecify.annotations.NullMarked;
