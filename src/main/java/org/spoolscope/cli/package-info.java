/// See docs/architecture.md.
@NullMarked
package org.spoolscope.cli;

import org.jspecify.annotations.NullMarked;
