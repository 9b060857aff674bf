package org.spoolscope.cli.generate;

import java.util.List;

/// A command of the program.
///
/// @param flags its own options, without those that every command has
/// @param operands in their order; only the last may be many
/// @param notes what stands under the help: examples, indented by two spaces, and remarks
record Subcommand(
        String name,
        String description,
        List<Flag> flags,
        List<Argument> operands,
        List<String> notes) {}
