package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `flush`: postqueue with `-f`, or with `-s` and a domain.
record FlushPlay(SimulatedHost host) implements Play {
    private static final int EX_UNAVAILABLE = 69;
    private static final int NOT_FOUND = 127;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String config = arguments.isEmpty() ? "" : arguments.getFirst();
        String site = arguments.size() < 2 ? "" : arguments.get(1);
        Refusal refusal = refusal(host, config);
        if (refusal.status() == 0) {
            if (site.isEmpty()) {
                host.flush(config);
            } else if (!host.flush(config, site)) {
                refusal =
                        new Refusal(
                                EX_UNAVAILABLE,
                                "postqueue: fatal: Flush service is not configured for destination"
                                        + " \""
                                        + site
                                        + "\"");
            }
        }
        if (refusal.status() != 0) {
            stdio.print(refusal.text() + "\n");
        }
        return refusal.status();
    }

    /// Why postqueue asks for nothing.
    ///
    /// @param status its exit status; 0 where it does ask
    record Refusal(int status, String text) {}

    static Refusal refusal(SimulatedHost host, String config) {
        if (host.has(Fault.NO_POSTQUEUE)) {
            return new Refusal(NOT_FOUND, "sh: 1: postqueue: not found");
        }
        if (!ListPlay.hasInstance(host, config)) {
            return new Refusal(
                    1, "postqueue: fatal: open " + config + "/main.cf: No such file or directory");
        }
        if (host.has(Fault.MAIL_SYSTEM_DOWN)) {
            return new Refusal(
                    EX_UNAVAILABLE,
                    "postqueue: fatal: Cannot flush mail queue - mail system is down");
        }
        return new Refusal(0, "");
    }
}
