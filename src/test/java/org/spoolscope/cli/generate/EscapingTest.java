package org.spoolscope.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What is said of commands and options stays a text in each of the languages.
class EscapingTest {
    private static final String ODD = "'it' isn't [a: \\ \"b\"] - 100%%. More of it.";

    @Command(
            name = "tool",
            subcommands = {Odd.class, Secret.class})
    static final class Tool {}

    @Command(name = "odd", description = ODD)
    static final class Odd {
        @Option(names = "--odd", paramLabel = "A:B", description = ODD)
        String odd = "";

        @Option(names = "--no-one", hidden = true)
        boolean hidden;
    }

    @Command(name = "secret", hidden = true)
    static final class Secret {}

    private final Program program = Program.of(new CommandLine(new Tool()).getCommandSpec());

    @Test
    void inZsh() {
        assertThat(new ZshCompletion(program).text())
                .contains(
                        "'odd:'\\''it'\\'' isn'\\''t [a\\: \\\\ \"b\"] - 100%'\n",
                        "'--odd=['\\''it'\\'' isn'\\''t \\[a\\: \\\\ \"b\"\\] - 100%]:A\\:B: '")
                .doesNotContain("More of it", "secret", "no-one");
    }

    @Test
    void inFish() {
        assertThat(new FishCompletion(program).text())
                .contains(
                        "-a odd -d '\\'it\\' isn\\'t [a: \\\\ \"b\"] - 100%'\n",
                        "-l odd -x -d '\\'it\\' isn\\'t [a: \\\\ \"b\"] - 100%'\n")
                .doesNotContain("More of it", "secret", "no-one");
    }

    @Test
    void inBashNothingIsSaid() {
        assertThat(new BashCompletion(program).text())
                .contains("odd) options='--odd' ;;", "odd:--odd) wants='@anything' ;;")
                .doesNotContain("isn", "secret", "no-one");
    }

    @Test
    void inTheManual() {
        assertThat(new ManPage(program, "1.0-rc").text())
                .startsWith(".TH \"TOOL\" \"1\" \"\" \"tool 1.0\\-rc\" ")
                .contains("\n\\&\\(aqit\\(aq isn\\(aqt [a: \\e \"b\"] \\- 100%. More of it.\n")
                .doesNotContain("secret", "no\\-one");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    .TH is a request, "\\&.TH is a request"
                    a.b,              a.b
                    ~/.ssh ^ `x`,     "\\(ti/.ssh \\(ha \\(gax\\(ga"
                    dns …,            dns ...
                    kåre,             "k\\[u00E5]re"
                    \\fB,             "\\efB"
                    """)
    void inRoff(String text, String escaped) {
        assertThat(Roff.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void quotesOfARequestsArgument() {
        assertThat(new Roff("A \"b\"", "1", "", "").section("-x").text())
                .isEqualTo(".TH \"A \\(dqb\\(dq\" \"1\" \"\" \"\" \"\"\n.SH \"\\-x\"\n");
    }
}
