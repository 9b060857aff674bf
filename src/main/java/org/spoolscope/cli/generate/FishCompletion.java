package org.spoolscope.cli.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A completion for fish 3 and later: a line for each command, option and operand, under the
/// conditions that `completion.fish` defines.
public final class FishCompletion {
    private static final int NO_END = 9999;

    private final Program program;

    public FishCompletion(Program program) {
        this.program = program;
    }

    /// The file, fish's `vendor_completions.d/spoolscope.fish`.
    public String text() {
        return Stream.of(
                        Stream.of(
                                "# Completion of %1$s for fish. Made by: %1$s generate fish"
                                        .formatted(program.name()),
                                "",
                                "set -g __spoolscope_take_one " + takers(false),
                                "set -g __spoolscope_take_many " + takers(true),
                                "",
                                "function __spoolscope_servers",
                                "    sh -c " + quoted(Shell.serverNames().strip()),
                                "end",
                                ""),
                        Shell.functions("completion.fish").lines(),
                        Stream.of("", line("-f")),
                        program.flags().stream().map(flag -> line(option(flag))),
                        program.commands().stream().map(this::command),
                        program.commands().stream().flatMap(this::inside))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String takers(boolean many) {
        return Stream.concat(
                        program.flags().stream(),
                        program.commands().stream().flatMap(command -> command.flags().stream()))
                .filter(flag -> flag.value().filter(value -> value.many() == many).isPresent())
                .flatMap(flag -> flag.names().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String command(Subcommand command) {
        return line(
                "-n __spoolscope_begins -a %s -d %s"
                        .formatted(command.name(), described(command.description())));
    }

    private Stream<String> inside(Subcommand command) {
        return Stream.of(
                        command.flags().stream().map(flag -> option(command, flag)),
                        command.flags().stream().flatMap(flag -> more(flag).stream()),
                        IntStream.range(0, command.operands().size())
                                .boxed()
                                .flatMap(i -> operand(command, i + 1).stream()))
                .flatMap(lines -> lines);
    }

    private String option(Subcommand command, Flag flag) {
        return line("-n '__spoolscope_in %s' %s".formatted(command.name(), option(flag)));
    }

    /// Fish knows of one value of an option; the further ones look like operands to it.
    private Optional<String> more(Flag flag) {
        return flag.value()
                .filter(Argument::many)
                .flatMap(FishCompletion::offers)
                .map(offers ->
                        line(
                                "-n '__spoolscope_after %s' %s"
                                        .formatted(flag.names().getFirst(), offers)));
    }

    private Optional<String> operand(Subcommand command, int number) {
        Argument operand = command.operands().get(number - 1);
        int last = operand.many() ? NO_END : number;
        String at = "-n '__spoolscope_at %s %d %d' ".formatted(command.name(), number, last);
        return offers(operand).map(offers -> line(at + offers));
    }

    private static String option(Flag flag) {
        String names =
                flag.names().stream()
                        .map(name ->
                                name.startsWith("--")
                                        ? "-l " + name.substring(2)
                                        : "-s " + name.substring(1))
                        .collect(Collectors.joining(" "));
        String value =
                flag.value()
                        .map(argument -> offers(argument).map(" -r "::concat).orElse(" -x"))
                        .orElse("");
        return names + value + " -d " + described(flag.description());
    }

    /// What fish offers, if anything.
    private static Optional<String> offers(Argument argument) {
        return switch (argument.wanted()) {
            case Wanted.OneOf(List<String> words) ->
                    Optional.of("-f -a " + quoted(String.join(" ", words)));
            case Wanted.Kind kind ->
                    switch (kind) {
                        case FILE -> Optional.of("-F");
                        case FOLDER -> Optional.of("-f -a '(__fish_complete_directories)'");
                        case SERVER -> Optional.of("-f -a '(__spoolscope_servers)'");
                        case ANYTHING -> Optional.empty();
                    };
        };
    }

    private String line(String rest) {
        return "complete -c " + program.name() + " " + rest;
    }

    private static String described(String text) {
        return quoted(HelpText.firstSentence(text));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
