package org.spoolscope.cli.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The command line as people may use it: all but what is hidden.
///
/// @param flags the options that every command has
/// @param exits each exit status and what it means
public record Program(
        String name, List<Flag> flags, List<Subcommand> commands, Map<String, String> exits) {

    /// Reads what picocli knows of a command with all its subcommands.
    public static Program of(CommandSpec root) {
        return new Program(
                root.name(),
                root.options().stream().filter(option -> !option.hidden()).map(Flag::of).toList(),
                root.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(command -> !command.usageMessage().hidden())
                        .map(command -> subcommand(command, root))
                        .toList(),
                root.usageMessage().exitCodeList());
    }

    private static Subcommand subcommand(CommandSpec command, CommandSpec root) {
        return new Subcommand(
                command.name(),
                HelpText.of(command),
                command.options().stream()
                        .filter(option -> !option.hidden() && !isOf(root, option))
                        .map(Flag::of)
                        .toList(),
                command.positionalParameters().stream()
                        .filter(operand -> !operand.hidden())
                        .map(Argument::operand)
                        .toList(),
                HelpText.lines(command.usageMessage().footer()));
    }

    private static boolean isOf(CommandSpec root, OptionSpec option) {
        return Arrays.stream(option.names()).anyMatch(root.optionsMap()::containsKey);
    }
}
