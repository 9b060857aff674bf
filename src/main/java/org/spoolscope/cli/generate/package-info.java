/// What packages install beside the program, made from picocli's description of the commands: the
/// manual page and the completions of shells.
///
/// [org.spoolscope.cli.generate.Program] is what all of them are made from, so that no command and
/// no option is named twice; hidden ones are left out of it. Imports picocli and the filter's keys.
/// Threading: none.
@NullMarked
package org.spoolscope.cli.generate;

import org.jspecify.annotations.NullMarked;
