package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.cli.CommandRun;

/// One section of `docs/guide.md`, followed step by step: each `sh` block is run as it stands, and
/// the `text` block behind it is held against what was printed.
final class GuideTask {
    private static final Path GUIDE = Path.of("docs/guide.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```sh\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?");
    private static final Pattern PLAIN =
            Pattern.compile("spoolscope(?: (?:'[^'\\n]*'|[^\\s'|;&<>$`\\\\\"*?()]+))+\\n");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ShownOutput names = new ShownOutput();
    private final Function<List<String>, CommandRun> shell;

    /// @param shown empty where the guide shows no output
    private record Step(String command, String shown) {}

    /// @param heading of the section
    /// @param shell runs the words of a command line, without `spoolscope`
    GuideTask(String heading, Function<List<String>, CommandRun> shell) throws IOException {
        this.shell = shell;
        String guide = Files.readString(GUIDE) + "\n## ";
        int from = guide.indexOf("\n## " + heading + "\n");
        assertThat(from).as(heading).isNotNegative();
        Matcher block = BLOCK.matcher(guide.substring(from, guide.indexOf("\n## ", from + 1)));
        while (block.find()) {
            String shown = block.group(2);
            steps.add(new Step(block.group(1), shown == null ? "" : shown));
        }
    }

    /// Runs the next block, which must be this command, and compares its output.
    void next(String command, int status) {
        assertThat(steps).as("the guide goes on with %s", command).isNotEmpty();
        Step step = steps.remove();
        assertThat(step.command())
                .as("a plain command, so that it can be run here as in a shell")
                .matches(PLAIN)
                .startsWith("spoolscope " + command);
        CommandRun run = shell.apply(words(names.real(step.command())));
        assertThat(run.status()).as("%s%s", step.command(), run.output()).isEqualTo(status);
        assertThat(names.difference(step.shown(), run.output()))
                .as("%s%s", step.command(), run.output())
                .isEmpty();
    }

    /// What an id or an action of the guide is called here.
    String real(String shown) {
        return names.real(shown);
    }

    void end() {
        assertThat(steps).as("blocks of the guide that were not followed").isEmpty();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.subList(1, words.size());
    }
}
