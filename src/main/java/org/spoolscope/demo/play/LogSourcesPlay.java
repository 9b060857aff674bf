package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.Instance;

/// Plays `log-sources`: rsyslog's one file, and no journal.
record LogSourcesPlay(SimulatedHost host) implements Play {
    /// As many as 64 KiB hold.
    private static final int LINES = 480;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        boolean all = host.profile().rights() == Profile.Rights.ALL;
        stdio.print("user\t" + DemoAccount.USER + "\n");
        stdio.print(
                String.join(
                                "\t",
                                "file",
                                "syslog",
                                LogReadPlay.LOG,
                                all ? "read" : "denied",
                                "0",
                                String.valueOf(all ? LINES : 0),
                                "adm")
                        + "\n");
        for (Instance instance : host.instances()) {
            stdio.print("syslog\t" + instance.configDirectory() + "\n");
        }
        stdio.print("journal\tmissing\t0\n");
        return 0;
    }
}
