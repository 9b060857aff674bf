/// Tests against the real servers of `src/lab`. They need root and a few packages, see its README.
@NullMarked
package org.spoolscope.lab;

import org.jspecify.annotations.NullMarked;
