package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is generated has what `--help` has, each where it belongs and once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerateCommandTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+) +[A-Z]");
    private static final Pattern OPTION =
            Pattern.compile("(?m)^  (?:(-[A-Za-z]), |    )(--[a-z-]+)");

    private Path folder = Path.of("");
    private TestingCli cli;
    private List<String> everywhere = List.of();
    private final Map<String, List<String>> own = new LinkedHashMap<>();

    @BeforeAll
    void readTheHelp(@TempDir Path temporary) throws IOException {
        folder = temporary;
        cli = new TestingCli(folder, new TestingPostfix());
        String help = cli.run("--help").out();
        everywhere = options(help);
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit status:"));
        for (MatchResult command : COMMAND.matcher(commands).results().toList()) {
            List<String> options =
                    options(cli.run(command.group(1), "--help").out()).stream()
                            .filter(option -> !everywhere.contains(option))
                            .toList();
            own.put(command.group(1), options);
        }
        assertThat(own).hasSize(21).containsEntry("queue", List.of("--group", "--shape"));
        assertThat(everywhere).contains("-v", "--verbose", "--config", "--help", "-V").hasSize(10);
    }

    @AfterAll
    void stop() {
        cli.close();
    }

    @Test
    void isHiddenAndHasAHelp() {
        assertThat(cli.run("--help").out()).doesNotContain("generate");
        assertThat(cli.run("generate", "--help").out())
                .startsWith("Usage: spoolscope generate")
                .contains("One of: man, bash, zsh, fish.", "Example");
        assertThat(cli.run("generate", "csh").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.run("generate").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void theManualHasEverything() {
        String page = generated("man");

        String global = between(page, ".SH \"OPTIONS\"", ".SH ");
        everywhere.forEach(option -> assertThat(terms(global, option)).as(option).isOne());
        own.forEach((command, options) -> {
            String heading = ".SS \"" + command.replace("-", "\\-") + "\"\n";
            assertThat(page).containsOnlyOnce(heading);
            String section = between(page, heading, "\n.S");
            assertThat(section)
                    .startsWith(
                            heading
                                    + ".PP\n\\fBspoolscope "
                                    + command.replace("-", "\\-")
                                    + "\\fR");
            options.forEach(option -> assertThat(terms(section, option)).as(option).isOne());
            everywhere.forEach(option -> assertThat(terms(section, option)).isZero());
        });
        assertThat(page).doesNotContain(".SS \"generate\"", "cli.option", "${", "%n");
    }

    @Test
    void theManualHasItsSections() {
        String page = generated("man");

        assertThat(page.lines().filter(line -> line.startsWith(".SH ")))
                .containsExactly(
                        ".SH \"NAME\"",
                        ".SH \"SYNOPSIS\"",
                        ".SH \"DESCRIPTION\"",
                        ".SH \"OPTIONS\"",
                        ".SH \"COMMANDS\"",
                        ".SH \"FILTERS\"",
                        ".SH \"EXIT STATUS\"",
                        ".SH \"ENVIRONMENT\"",
                        ".SH \"FILES\"",
                        ".SH \"EXAMPLES\"",
                        ".SH \"SEE ALSO\"");
        assertThat(page)
                .startsWith(".TH \"SPOOLSCOPE\" \"1\" \"\" \"spoolscope ")
                .contains(
                        ".SH \"NAME\"\nspoolscope \\- console for",
                        "[\\fB\\-\\-shape\\fR | \\fB\\-\\-group\\fR ",
                        "\\fIPAGE\\fR\nfleet, queue, server, log",
                        ".TP\n\\fBage>\\fR\nhow long it has waited",
                        "\\fBpostqueue\\fR(1), \\fBpostsuper\\fR(1), \\fBpostfix\\fR(1)");
        assertThat(between(page, ".SH \"EXIT STATUS\"", "\n.SH").lines())
                .filteredOn(line -> line.startsWith("\\fB"))
                .containsExactly(
                        Stream.of(
                                        ExitStatus.OK,
                                        ExitStatus.BAD,
                                        ExitStatus.USAGE,
                                        ExitStatus.NOT_CONNECTED,
                                        ExitStatus.NOT_ALLOWED,
                                        ExitStatus.INTERNAL)
                                .map(status -> "\\fB" + status + "\\fR")
                                .toArray(String[]::new));
        assertThat(page.chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F);
    }

    @Test
    void zshHasEverything() {
        String file = generated("zsh");

        assertThat(file).startsWith("#compdef spoolscope\n");
        String global = between(file, "everywhere=(", "\n    )");
        everywhere.forEach(option -> assertThat(zshOptions(global, option)).as(option).isOne());
        String commands = between(file, "commands=(", "\n    )");
        assertThat(commands.lines().skip(1).map(line -> line.replaceAll("^ +'|:.*", "")))
                .containsExactlyElementsOf(own.keySet());
        own.forEach((command, options) -> {
            assertThat(file).containsOnlyOnce("\n        " + command + ")\n");
            String block = between(file, "\n        " + command + ")\n", ";;");
            assertThat(block).contains("$everywhere");
            options.forEach(option ->
                    assertThat(zshOptions(block, option)).as(command + " " + option).isOne());
            assertThat(file.split("\\Q" + block + "\\E", -1)).hasSize(2);
        });
        assertThat(file)
                .contains(
                        "'(--group)--shape[",
                        "'--theme=[dark (default) or light]:dark|light:(dark light)'",
                        "'--config=[The configuration folder]:DIR:_files -/'",
                        ":*-*:FILE:_files'",
                        "'1:SERVER:_spoolscope_servers'",
                        "'2::SERVER:_spoolscope_servers'",
                        "'*:FILE:_files'")
                .doesNotContain("generate:");
    }

    @Test
    void fishHasEverything() {
        List<String> lines =
                generated("fish").lines().filter(line -> line.startsWith("complete ")).toList();

        assertThat(lines.getFirst()).isEqualTo("complete -c spoolscope -f");
        everywhere.forEach(option ->
                assertThat(lines)
                        .filteredOn(line -> !line.contains(" -n "))
                        .filteredOn(line -> line.contains(fishOption(option)))
                        .as(option)
                        .hasSize(1));
        assertThat(lines)
                .filteredOn(line -> line.contains("-n __spoolscope_begins"))
                .map(line -> line.replaceAll(".* -a | -d .*", ""))
                .containsExactlyElementsOf(own.keySet());
        own.forEach((command, options) ->
                assertThat(lines)
                        .filteredOn(line -> line.contains("-n '__spoolscope_in " + command + "'"))
                        .map(line -> line.replaceAll(".*' -l | .*", "--"))
                        .hasSameSizeAs(options)
                        .doesNotHaveDuplicates());
        assertThat(lines)
                .contains(
                        "complete -c spoolscope -n '__spoolscope_in screenshot' -l theme -r -f -a"
                                + " 'dark light' -d 'dark (default) or light'",
                        "complete -c spoolscope -n '__spoolscope_at queue 1 1' -f -a"
                                + " '(__spoolscope_servers)'",
                        "complete -c spoolscope -n '__spoolscope_after --file' -F");
    }

    @Test
    void bashHasEverything() throws Exception {
        TestingBash bash = new TestingBash(folder, generated("bash"));

        assertThat(bash.complete("spoolscope", "_")).isEqualTo(String.join("|", own.keySet()));
        for (Map.Entry<String, List<String>> command : own.entrySet()) {
            assertThat(bash.complete("spoolscope", command.getKey(), "-").split("\\|"))
                    .as(command.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(command.getValue().stream(), everywhere.stream())
                                    .toList());
        }
    }

    private String generated(String kind) {
        TestingCli.Run run = cli.run("generate", kind);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static List<String> options(String help) {
        return OPTION.matcher(help)
                .results()
                .flatMap(option -> Stream.of(option.group(1), option.group(2)))
                .filter(name -> name != null)
                .toList();
    }

    /// How often the option is described.
    private static long terms(String page, String option) {
        return Pattern.compile("\\.TP\\n.*" + Pattern.quote(bold(option)))
                .matcher(page)
                .results()
                .count();
    }

    private static String bold(String option) {
        return "\\fB" + option.replace("-", "\\-") + "\\fR";
    }

    private static long zshOptions(String text, String option) {
        return Pattern.compile("'(\\([^)]*\\))?" + option + "=?\\[")
                .matcher(text)
                .results()
                .count();
    }

    private static String fishOption(String option) {
        return option.startsWith("--")
                ? " -l " + option.substring(2) + " "
                : " -s " + option.substring(1) + " ";
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int end = text.indexOf(to, start + from.length());
        assertThat(end).as(to).isNotNegative();
        return text.substring(start, end);
    }
}
