package org.spoolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
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

    @Test
    void printsOneLinePerServerAndInterval() {
        TestingCli.Run run =
                cli.run("watch", "mail1", "mail1", "--every", "20ms", "--for", "100ms", "--json");

        assertThat(run.out()).hasLineCount(5);
        assertThat(run.out().lines())
                .allSatisfy(line ->
                        assertThat(line)
                                .matches(
                                        "\\{\"time\":\"20[^\"]+\",\"server\":\"mail1\",\"state\":\".*}"));
    }

    @Test
    void saysOnceWhyAServerIsDown() throws Exception {
        cli.server.changeHostKey();

        TestingCli.Run run = cli.run("watch", "mail1", "--every", "500ms", "--for", "3s", "--json");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_CONNECTED);
        assertThat(run.out().lines().toList().getLast()).contains("\"state\":\"host_key_changed\"");
        assertThat(run.err())
                .containsOnlyOnce("has changed. Not connected.")
                .endsWith("run in a terminal: spoolscope doctor mail1\n");
    }
}
