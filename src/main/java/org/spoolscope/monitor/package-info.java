/// See docs/architecture.md.
@NullMarked
package org.spoolscope.monitor;

import org.jspecify.annotations.NullMarked;
