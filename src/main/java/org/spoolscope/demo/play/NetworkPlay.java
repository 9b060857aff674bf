package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `network`: one address beside loopback.
record NetworkPlay(SimulatedHost host) implements Play {
    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        stdio.print(
                """
                addr\t1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
                addr\t2: eth0    inet %1$s/24 scope global eth0\\       valid_lft forever preferred_lft forever
                route4\t192.0.2.1 dev eth0 src %1$s uid 1000 \\    cache
                """
                        .formatted(host.profile().address()));
        return 0;
    }
}
