package org.spoolscope.cli.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A completion for zsh: a function file for `fpath`, in which `_arguments` does the work.
public final class ZshCompletion {
    private final Program program;

    public ZshCompletion(Program program) {
        this.program = program;
    }

    /// The file, zsh's `site-functions/_spoolscope`.
    public String text() {
        return """
        #compdef %1$s
        # Completion of %1$s for zsh. Made by: %1$s generate zsh

        _spoolscope_server_names() {
        %2$s}

        _spoolscope_servers() {
            local -a names=(${(f)"$(_spoolscope_server_names)"})
            _wanted servers expl server compadd -a names
        }

        _spoolscope() {
            local curcontext=$curcontext state state_descr line expl
            local -A opt_args
            local -a everywhere=(
        %3$s
            )
            local -a commands=(
        %4$s
            )

            _arguments -s -S -C $everywhere '1:command:->command' '*::argument:->inside' && return
            if [[ $state == command ]]; then
                _describe -t commands command commands
                return
            fi
            curcontext=${curcontext%%:*:*}:spoolscope-$words[1]:
            case $words[1] in
        %5$s
            esac
        }

        _spoolscope "$@"
        """
                .formatted(
                        program.name(),
                        Shell.serverNames().indent(4),
                        lines(8, program.flags().stream().flatMap(ZshCompletion::option)),
                        lines(8, program.commands().stream().map(ZshCompletion::described)),
                        lines(8, program.commands().stream().map(ZshCompletion::inside)));
    }

    private static String described(Subcommand command) {
        return quoted(
                command.name()
                        + ":"
                        + HelpText.firstSentence(command.description())
                                .replace("\\", "\\\\")
                                .replace(":", "\\:"));
    }

    private static String inside(Subcommand command) {
        return Stream.of(
                        Stream.of("_arguments -s -S $everywhere"),
                        command.flags().stream().flatMap(ZshCompletion::option),
                        IntStream.range(0, command.operands().size())
                                .mapToObj(i -> operand(command.operands().get(i), i + 1)))
                .flatMap(words -> words)
                .collect(
                        Collectors.joining(
                                " \\\n                ",
                                command.name() + ")\n            ",
                                "\n            ;;"));
    }

    /// One for each name, as zsh leaves out those in parentheses once this one is typed.
    private static Stream<String> option(Flag flag) {
        return flag.names().stream()
                .map(name ->
                        quoted(
                                others(flag, name)
                                        + name
                                        + (takesEquals(flag, name) ? "=" : "")
                                        + "["
                                        + escaped(HelpText.firstSentence(flag.description()))
                                        + "]"
                                        + flag.value().map(ZshCompletion::value).orElse("")));
    }

    private static boolean takesEquals(Flag flag, String name) {
        return flag.value().isPresent() && name.startsWith("--");
    }

    private static String others(Flag flag, String name) {
        List<String> others =
                Stream.concat(flag.names().stream(), flag.others().stream())
                        .filter(other -> !other.equals(name))
                        .toList();
        return others.isEmpty() ? "" : "(" + String.join(" ", others) + ")";
    }

    private static String value(Argument value) {
        return (value.many() ? ":*-*:" : ":") + escaped(value.label()) + ":" + action(value);
    }

    private static String operand(Argument operand, int number) {
        return quoted(
                (operand.many() ? "*" : String.valueOf(number))
                        + (operand.required() || operand.many() ? ":" : "::")
                        + escaped(operand.label())
                        + ":"
                        + action(operand));
    }

    private static String action(Argument argument) {
        return switch (argument.wanted()) {
            case Wanted.OneOf(List<String> words) -> "(" + String.join(" ", words) + ")";
            case Wanted.Kind kind ->
                    switch (kind) {
                        case FILE -> "_files";
                        case FOLDER -> "_files -/";
                        case SERVER -> "_spoolscope_servers";
                        case ANYTHING -> " ";
                    };
        };
    }

    /// Within `[…]` and between colons.
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String lines(int indent, Stream<String> lines) {
        return lines.map(line -> " ".repeat(indent) + line).collect(Collectors.joining("\n"));
    }
}
