package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir Path folder;
    private TestingCli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new TestingCli(folder, new TestingPostfix());
    }

    @AfterEach
    void stop() {
        cli.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servers",
                "doctor",
                "queue",
                "watch",
                "log",
                "trace",
                "screenshot",
                "demo",
                "check-ip",
                "events",
                "summary"
            })
    void helpHasAnExampleAndTheGlobalOptions(String command) {
        TestingCli.Run run = cli.run(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Usage: spoolscope " + command)
                .contains(
                        "Example", "  spoolscope " + command, "--json", "--config=DIR", "--color=")
                .doesNotContain("cli.option");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesAllCommands() {
        TestingCli.Run run = cli.run("--help");

        assertThat(run.out())
                .contains(
                        "servers",
                        "doctor",
                        "queue",
                        "watch",
                        "log",
                        "screenshot",
                        "demo",
                        "Exit status");
        assertThat(run.status()).isZero();
    }

    @Test
    void saysItsVersion() {
        assertThat(cli.run("--version").out()).startsWith("spoolscope ").contains("Java 2");
    }

    /// What is wrong, then where to look.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    serverz              | Unmatched argument at index 0: 'serverz'
                    doctor               | Missing required parameter: 'SERVER'
                    watch --every 0s     | Invalid value for option '--every': "0s" is no span of time
                    watch --every 2parsec| Invalid value for option '--every': "2parsec" is no span of time
                    servers --color=pink | Invalid value for option '--color'
                    queue mail1 --shape --group domain | Error: --shape, --group
                    queue mail1 --group colour | Invalid value for option '--group'
                    screenshot fleet     | Missing required option: '--out=FILE.png'
                    queue mail9          | no server is called "mail9". Known are: mail1, mail2
                    doctor mail9         | no server is called "mail9". Known are: mail1, mail2
                    watch mail1 mail9    | no server is called "mail9". Known are: mail1, mail2
                    demo --servers 0     | --servers must be 1 to 200, not 0
                    demo --speed -1      | --speed must be above 0 and at most 1000, not -1.0
                    screenshot mail --out x.png  | there is no page "mail". Known are: fleet, server, queue
                    screenshot queue --out x.png | the page queue shows one server
                    screenshot fleet mail1 --out x.png | the page fleet shows all servers
                    screenshot fleet --out x.jpg | x.jpg must end with .png
                    screenshot fleet --out no/such/x.png | the folder of no/such/x.png is not there
                    screenshot fleet --out x.png --size 10x10 | "10x10" is no size
                    screenshot fleet --out x.png --size 9999x900 | "9999x900" is no size
                    screenshot queue mail9 --out x.png | no server is called "mail9"
                    """)
    void refusesWithStatus2(String line, String message) {
        TestingCli.Run run = cli.run(line.split(" "));

        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(cli.run("serverz").err())
                .contains("Did you mean: spoolscope servers", "Try: spoolscope --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    demo --servers 5 --speed 2.5 | demo 5 2.5
                    demo                         | demo 3 1.0
                    --read-only demo             | demo 3 1.0 read-only
                    screenshot fleet --out x.png | fleet null x.png 1440x900 dark
                    screenshot queue mail1 --out x.PNG --size 1024x700 --theme light | queue mail1 x.PNG 1024x700 light
                    screenshot server any --demo --out x.png | server any x.png 1440x900 dark demo
                    screenshot fleet --read-only --out x.png | fleet null x.png 1440x900 dark read-only
                    """)
    void handsOnToTheWindow(String line, String asked) {
        assertThat(cli.run(line.split(" ")).status()).isZero();
        assertThat(cli.pictures).containsExactly(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo --speed 0.5"})
    void namesTheCommandsThatNeedNoDisplay(String line) {
        TestingCli.Run run = line.isEmpty() ? cli.run() : cli.run(line.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .startsWith("There is no display to open the console on: DISPLAY is not set.\n")
                .contains(
                        "servers, doctor, queue, watch, log, trace, check-ip, events, summary, and screenshot");
    }

    @Test
    void listsTheServers() {
        assertThat(cli.run("servers").out().replace(String.valueOf(cli.server.port()), "22222"))
                .isEqualTo(
                        """
                        NAME   HOST              USER   PORT  INSTANCE  TAGS
                        mail1  127.0.0.1         ops   22222            campaign, nordic
                        mail2  mail2.example.no
                        """);
        assertThat(cli.run("servers", "--json").out())
                .isEqualTo(
                        """
                        {"name":"mail1","host":"127.0.0.1","user":"ops","port":%d,"tags":["campaign","nordic"]}
                        {"name":"mail2","host":"mail2.example.no"}
                        """
                                .formatted(cli.server.port()));
    }

    @Test
    void saysHowToAddAServerWhenThereIsNone() throws Exception {
        Files.delete(folder.resolve("servers.toml"));

        TestingCli.Run run = cli.run("servers");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("No server is configured yet in " + folder, "[[server]]");
        assertThat(cli.run("watch").status()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void namesTheLineOfAMistakeInTheConfiguration() throws Exception {
        cli.configure("colour = 'red'");

        TestingCli.Run run = cli.run("servers");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err())
                .startsWith(folder.resolve("servers.toml") + ":7:1: unknown key \"colour\"");
    }

    @Test
    void ownsUpToABug() {
        TestingCli.Run run = cli.run("demo", "--servers", "13");

        assertThat(run.status()).isEqualTo(ExitStatus.INTERNAL);
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("spoolscope: this is a bug in Spoolscope: ")
                .contains("thirteen");
        assertThat(cli.run("demo", "--servers", "13", "-v").err()).contains("TestingCli");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LANG, C, true
                    TERM, xterm-256color, true
                    TERM, dumb, false
                    NO_COLOR, 1, false
                    NO_COLOR, '', true
                    """)
    void honoursNoColor(String variable, String value, boolean colours) {
        assertThat(Terminal.wantsColours(Map.of(variable, value))).isEqualTo(colours);
    }

    @Test
    void paintsOnlyWhenAskedTo() {
        assertThat(cli.run("servers").out()).doesNotContain("\u001B");
        assertThat(cli.run("servers", "--color=always").out()).startsWith("\u001B[1mNAME\u001B[0m");
    }
}
