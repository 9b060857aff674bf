package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.postfix.Judgement;
import org.spoolscope.postfix.filter.Completion;
import org.spoolscope.postfix.filter.Filter;
import org.spoolscope.postfix.filter.Key;
import org.spoolscope.postfix.filter.LogFilter;
import org.spoolscope.postfix.filter.LogKey;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `docs/commands.md` says what the program says of itself, no more and no less.
final class CommandsPageTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern KEY = Pattern.compile("\\b([a-z_]+)(?=[:<>=])");

    @TempDir Path folder;
    private TestingCli cli;
    private CommandLine line;
    private String page;

    @BeforeEach
    void read() throws IOException {
        cli = new TestingCli(folder, new TestingPostfix());
        line = cli.commandLine();
        page = Files.readString(Path.of("docs/commands.md"));
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void itsHeadingsAreTheCommandsInTheOrderOfTheHelp() {
        assertThat(headings().stream().flatMap(heading -> commands(heading).stream()))
                .containsExactlyElementsOf(line.getSubcommands().keySet());
    }

    @Test
    void itSaysOfTheArgumentsAndOptionsWhatTheHelpSays() {
        CommandSpec root = line.getCommandSpec();
        assertThat(section("## Options of every command")).contains(table(root, Set.of()));
        for (String heading : headings()) {
            for (String command : commands(heading)) {
                CommandSpec spec =
                        Objects.requireNonNull(line.getSubcommands().get(command)).getCommandSpec();
                assertThat(section("### " + heading))
                        .contains(String.join(" ", spec.usageMessage().description()))
                        .contains("\n" + table(spec, root.optionsMap().keySet()) + "\n");
            }
        }
    }

    private List<String> headings() {
        return HEADING.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /// Those that have the same options stand under one heading.
    private static List<String> commands(String heading) {
        return List.of(heading.split(", ", -1));
    }

    @Test
    void eachKeyOfTheFilterHasAnExampleThatIsAFilter() {
        List<String> examples = examples("## The filter");
        assertThat(examples).allSatisfy(this::isFilter);
        assertThat(keys(examples)).isEqualTo(words(Key.completions()));
        List<String> ofLogs = examples("## The filter of the log");
        assertThat(ofLogs).allSatisfy(this::isLogFilter);
        assertThat(keys(ofLogs)).isEqualTo(words(LogKey.completions()));
    }

    private void isFilter(String text) {
        assertThatCode(() -> Filter.parse(text, judgement())).as(text).doesNotThrowAnyException();
    }

    private void isLogFilter(String text) {
        assertThatCode(() -> LogFilter.parse(text, judgement()))
                .as(text)
                .doesNotThrowAnyException();
    }

    private static Judgement judgement() {
        return LogSettings.builtIn().judgement();
    }

    private List<String> examples(String heading) {
        return FIRST_CELL
                .matcher(section(heading))
                .results()
                .map(found -> found.group(1).replace("\\|", "|"))
                .toList();
    }

    private static Set<String> keys(List<String> examples) {
        return examples.stream()
                .flatMap(text -> KEY.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(List<Completion> keys) {
        return keys.stream().map(Completion::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /// From a heading to the next one.
    private String section(String heading) {
        int from = page.indexOf(heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        int to = page.indexOf("\n##", from + heading.length());
        return to < 0 ? page.substring(from) : page.substring(from, to);
    }

    /// @param leftOut options that are told elsewhere
    private static String table(CommandSpec spec, Set<String> leftOut) {
        List<String> rows = new ArrayList<>();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            rows.add(row(label(parameter), parameter));
        }
        spec.options().stream()
                .filter(option -> !leftOut.contains(option.longestName()))
                .map(CommandsPageTest::row)
                .sorted()
                .forEach(rows::add);
        return rows.isEmpty() ? "" : "\n| | |\n|---|---|\n" + String.join("\n", rows) + "\n";
    }

    private static String row(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + label(option);
        return row(String.join(", ", option.names()) + value, option);
    }

    private static String row(String what, ArgSpec argument) {
        return "| `"
                + what.replace("|", "\\|")
                + "` | "
                + String.join(" ", argument.description())
                + " |";
    }

    private static String label(ArgSpec argument) {
        boolean several = argument.arity().max() > 1 && !argument.hideParamSyntax();
        return argument.paramLabel() + (several ? "..." : "");
    }
}
