/// See docs/architecture.md.
@NullMarked
package org.spoolscope.ui;

import org.jspecify.annotations.NullMarked;
