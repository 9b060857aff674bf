/// Violations planted for `ArchitectureTest`: each rule must catch its own here.
@NullMarked
package org.spoolscope.planted;

import org.jspecify.annotations.NullMarked;
