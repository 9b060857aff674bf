package org.spoolscope.cli.generate;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What picocli's help says of commands and options.
final class HelpText {
    private HelpText() {}

    /// picocli has filled these patterns in already, unlike those of commands.
    static String of(ArgSpec spec) {
        return String.join(" ", spec.description()).strip();
    }

    static String of(CommandSpec spec) {
        return String.join(" ", lines(spec.usageMessage().description())).strip();
    }

    /// As the help shows them: each `%n` begins a new one.
    static List<String> lines(String... patterns) {
        return Arrays.stream(patterns).flatMap(line -> String.format(line).lines()).toList();
    }

    /// What is said first, for a list where one line is all there is.
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
