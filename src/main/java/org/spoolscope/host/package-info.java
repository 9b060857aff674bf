/// See docs/architecture.md.
@NullMarked
package org.spoolscope.host;

import org.jspecify.annotations.NullMarked;
