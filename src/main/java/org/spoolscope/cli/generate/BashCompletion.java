package org.spoolscope.cli.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A completion for bash 3.2 and later: tables, and the functions of `completion.bash` that look
/// things up in them.
public final class BashCompletion {
    private final Program program;

    public BashCompletion(Program program) {
        this.program = program;
    }

    /// The file, bash-completion's `completions/spoolscope`.
    public String text() {
        return """
        # Bash completion for %1$s. Made by: %1$s generate bash

        # shellcheck shell=bash disable=SC2034 # wants and many are read below.

        _spoolscope_commands='%2$s'

        # Sets options to those of the command $1, and of every command.
        _spoolscope_options() {
            case $1 in
        %3$s
                *) options='' ;;
            esac
            options+=' %4$s'
        }

        # Sets wants to what follows the command $1 in the place $2, which is an option or the
        # number of an operand, and many if more of the kind may follow.
        _spoolscope_look_up() {
            wants='' many=''
            case $1:$2 in
        %5$s
            esac
        }

        """
                        .formatted(
                                program.name(),
                                program.commands().stream()
                                        .map(Subcommand::name)
                                        .collect(Collectors.joining(" ")),
                                lines(program.commands().stream().flatMap(this::options)),
                                names(program.flags()),
                                lines(
                                        Stream.concat(
                                                values("*", program.flags()),
                                                program.commands().stream().flatMap(this::places))))
                + "_spoolscope_servers() {\n"
                + Shell.serverNames().indent(4)
                + "}\n\n"
                + Shell.functions("completion.bash");
    }

    private Stream<String> options(Subcommand command) {
        return command.flags().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "%s) options='%s' ;;".formatted(command.name(), names(command.flags())));
    }

    private Stream<String> places(Subcommand command) {
        return Stream.concat(values(command.name(), command.flags()), operands(command));
    }

    private Stream<String> values(String command, List<Flag> flags) {
        return flags.stream()
                .filter(flag -> flag.value().isPresent())
                .flatMap(flag ->
                        flag.names().stream()
                                .map(name -> place(command, name, flag.value().get())));
    }

    private Stream<String> operands(Subcommand command) {
        return IntStream.range(0, command.operands().size())
                .filter(i -> command.operands().get(i).wanted() != Wanted.Kind.ANYTHING)
                .mapToObj(i -> {
                    Argument operand = command.operands().get(i);
                    String number = operand.many() ? "[0-9]*" : String.valueOf(i + 1);
                    return place(command.name(), number, operand);
                });
    }

    /// A branch for a command and a place in it, each of which may be a pattern.
    private static String place(String command, String place, Argument argument) {
        return "%s:%s) wants='%s'%s ;;"
                .formatted(command, place, wants(argument), argument.many() ? " many=yes" : "");
    }

    private static String wants(Argument argument) {
        return switch (argument.wanted()) {
            case Wanted.OneOf(List<String> words) -> String.join(" ", words);
            case Wanted.Kind kind ->
                    switch (kind) {
                        case FILE -> "@files";
                        case FOLDER -> "@folders";
                        case SERVER -> "@servers";
                        case ANYTHING -> "@anything";
                    };
        };
    }

    private static String names(List<Flag> flags) {
        return flags.stream()
                .flatMap(flag -> flag.names().stream())
                .collect(Collectors.joining(" "));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> "        " + line).collect(Collectors.joining("\n"));
    }
}
