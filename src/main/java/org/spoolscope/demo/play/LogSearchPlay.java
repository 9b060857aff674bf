package org.spoolscope.demo.play;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `log-search` on the one log file that a simulated host has.
record LogSearchPlay(SimulatedHost host) implements Play {
    private static final int USAGE = 2;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String nonce = stdio.readLine();
        List<String> strings = new ArrayList<>();
        for (String line = stdio.readLine();
                line != null && !line.isEmpty();
                line = stdio.readLine()) {
            strings.add(line);
        }
        if (nonce == null || strings.isEmpty() || arguments.isEmpty()) {
            return USAGE;
        }
        String mark = '\0' + nonce + ' ';
        boolean may = host.profile().rights() == Profile.Rights.ALL;
        stdio.print(mark + (may ? "file" : "denied") + " 1 1 " + arguments.getFirst() + "\n");
        if (may) {
            String log = new String(host.logBytes(0, host.logSize()), StandardCharsets.UTF_8);
            for (String line : log.split("\n", -1)) {
                if (strings.stream().anyMatch(line::contains)) {
                    stdio.print(line + "\n");
                }
            }
        }
        stdio.print(mark + "end\n");
        return 0;
    }
}
