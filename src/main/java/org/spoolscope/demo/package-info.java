/// See docs/architecture.md.
@NullMarked
package org.spoolscope.demo;

import org.jspecify.annotations.NullMarked;
