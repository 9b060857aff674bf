package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real bash completes with what is generated for it.
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BashCompletionTest {
    private Path folder = Path.of("");
    private TestingBash bash = new TestingBash(Path.of(""), "");

    @BeforeAll
    void generate(@TempDir Path temporary) throws IOException {
        folder = temporary;
        try (TestingCli cli = new TestingCli(folder, new TestingPostfix())) {
            bash = new TestingBash(folder, cli.run("generate", "bash").out());
        }
        Files.createDirectories(folder.resolve("logs"));
        Files.createFile(folder.resolve("mail.log"));
        Files.createFile(folder.resolve("mail.log.1"));
    }

    /// The real bash completes, `_` is an empty word; `|` separates what is offered.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    spoolscope qu,                        queue
                    spoolscope generat,                   ""
                    spoolscope screenshot --theme _,      dark|light
                    spoolscope screenshot --theme = l,    light
                    spoolscope screenshot --theme =,      dark|light
                    spoolscope screenshot _,              fleet|server|queue
                    spoolscope screenshot fleet --out x.png _, mail1|mail2
                    spoolscope --color n,                 never
                    spoolscope --color never ev,          events
                    spoolscope queue --group c,           cause
                    spoolscope queue --group cause _,     mail1|mail2
                    spoolscope queue mail1 _,             ""
                    spoolscope queue --sh,                --shape
                    spoolscope check-ip --via m,          mail1|mail2
                    spoolscope check-ip --list A B --vi,  --via
                    spoolscope watch mail1 _,             mail1|mail2
                    spoolscope trace --file a servers,    servers.toml
                    spoolscope summary mail,              mail.log|mail.log.1
                    spoolscope --config logs,             logs
                    spoolscope demo --speed _,            ""
                    """)
    void bashCompletes(String line, String offers) throws Exception {
        assertThat(bash.complete(line.split(" ")).split("\\|"))
                .containsExactlyInAnyOrder(offers.split("\\|"));
    }

    /// A server's name is a text, whatever it says.
    @Test
    void bashCarriesOutNoName() throws Exception {
        Files.createDirectories(folder.resolve("odd"));
        Files.writeString(
                folder.resolve("odd/servers.toml"),
                """
                # name = "no"
                [[server]]
                name = "$(touch pwned)"
                [[server]]
                  name='mail one' # ours
                host = "name"
                """);

        TestingBash odd = new TestingBash(folder.resolve("odd"), bash.script());

        assertThat(odd.complete("spoolscope", "doctor", "_"))
                .isEqualTo("\\$\\(touch\\ pwned\\)|mail\\ one");
        assertThat(folder.resolve("odd/pwned")).doesNotExist();
    }
}
