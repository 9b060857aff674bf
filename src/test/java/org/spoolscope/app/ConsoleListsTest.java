package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.blocklist.ListSettings;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.ConfigException;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.state.WindowState;

/// Which lists are asked, as a person chooses.
class ConsoleListsTest {
    private @TempDir Path folder;
    private final Ssh ssh =
            new Ssh(
                    new SshSettings(
                            "ops",
                            List.of(),
                            List.of(),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(15),
                            3));

    @AfterEach
    void close() {
        ssh.close();
    }

    @Test
    void theUsualListsAreThoseOfWhoHasNotChosen() throws Exception {
        try (Fleet fleet = fleet()) {
            ConsoleLists desk = desk(fleet);
            Set<String> usual = desk.usual();
            assertThat(desk.chosen()).isEqualTo(usual).contains("SpamCop", "Spamhaus ZEN");

            Set<String> fewer = new TreeSet<>(usual);
            fewer.remove("SpamCop");
            desk.choose(fewer, Duration.ofHours(1));

            assertThat(desk.chosen()).isEqualTo(fewer);
            assertThat(desk.every()).isEqualTo(Duration.ofHours(1));
            assertThat(desk.usual()).isEqualTo(usual);
            assertThat(desk(fleet).chosen()).isEqualTo(fewer);
            assertThat(desk(fleet).every()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void aKeyMakesAListUsual() throws Exception {
        try (Fleet fleet = fleet()) {
            assertThat(desk(fleet).usual()).doesNotContain("Spamhaus ZEN (DQS)");
            assertThat(canAskZen(desk(fleet))).isFalse();
            Files.writeString(
                    folder.resolve("blocklists.toml"),
                    "[[list]]\nname = \"Spamhaus ZEN (DQS)\"\nkey = \"k3y\"\n");

            assertThat(desk(fleet).usual())
                    .contains("Spamhaus ZEN (DQS)")
                    .doesNotContain("Spamhaus ZEN");
            assertThat(canAskZen(desk(fleet))).isTrue();
        }
    }

    private static boolean canAskZen(ConsoleLists desk) {
        return desk.catalogue().stream()
                .filter(list -> list.name().equals("Spamhaus ZEN (DQS)"))
                .allMatch(desk::canBeAsked);
    }

    private Fleet fleet() throws ConfigException, IOException {
        Catalogue lists = BlocklistsFile.load(folder);
        return Fleet.watching(ssh, List.of(), LogSettings.builtIn(), ListSettings.of(lists));
    }

    private ConsoleLists desk(Fleet fleet) throws ConfigException, IOException {
        return new ConsoleLists(
                fleet,
                BlocklistsFile.load(folder),
                (changed, every) -> BlocklistsFile.ask(folder, changed, every),
                new KeptMutes(WindowState.ofThisRun()),
                new Background(Runnable::run, Runnable::run),
                InstantSource.system());
    }
}
