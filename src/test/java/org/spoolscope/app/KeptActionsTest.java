package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ui.action.ActionGate;

class KeptActionsTest {
    private @TempDir Path folder;

    @Test
    void withoutAJournalNothingCanBeChangedAndItIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");
        try (DemoFleet demo = DemoFleet.start(25, 1, 1);
                Ssh ssh = new Ssh(demo.settings());
                Fleet fleet = fleet(ssh);
                KeptActions without = KeptActions.in(file, fleet, InstantSource.system(), false);
                KeptActions with = KeptActions.in(folder, fleet, InstantSource.system(), false)) {
            ActionGate closed = without.gate();
            assertThat(closed.desk()).isEmpty();
            assertThat(closed.readOnly().get()).isTrue();
            assertThat(closed.refusal(List.of()).toString())
                    .startsWith(
                            "Nothing can be changed, as the journal of actions can't be opened");
            closed.readOnly(false);
            assertThat(closed.readOnly().get()).isTrue();

            assertThat(with.gate().refusal(List.of()).isEmpty()).isTrue();
            assertThat(folder.resolve("actions.jsonl")).exists();
        }
    }

    private static Fleet fleet(Ssh ssh) {
        return new Fleet(
                ssh,
                List.of(),
                MonitorSettings.DEFAULT,
                LogSettings.builtIn(),
                InstantSource.system(),
                Sleeper.REAL,
                new Random(1));
    }
}
