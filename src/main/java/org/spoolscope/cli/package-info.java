/// The command line: one class per command, over the same `monitor` as the window.
///
/// [org.spoolscope.cli.Terminal] is the only place that knows standard output and error; figures go
/// to the one, sentences for people to the other. [org.spoolscope.cli.JsonLines] is the only writer
/// of JSON. What needs a window is asked of [org.spoolscope.cli.Faces], which `app` implements.
/// Imports `monitor` and what lies below it, picocli, and jackson-core for writing. Threading: a
/// command runs on the thread that called it and blocks; only `watch` is told of snapshots by
/// others.
@NullMarked
package org.spoolscope.cli;

import org.jspecify.annotations.NullMarked;
