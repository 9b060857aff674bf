/// Goal H3: each parser of what comes from outside, fed damaged input.
@org.jspecify.annotations.NullMarked
package org.spoolscope.fuzz;
