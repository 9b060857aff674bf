package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `sending`: Postfix's defaults.
record SendingPlay(SimulatedHost host) implements Play {
    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String name = host.profile().hostName();
        for (String directory : arguments) {
            stdio.print("instance\t" + directory + "\n");
            if (!host.has(Fault.NO_POSTQUEUE) && ListPlay.hasInstance(host, directory)) {
                stdio.print(
                        """
                        setting\tsmtp_bind_address\t
                        setting\tsmtp_bind_address6\t
                        setting\tinet_interfaces\tall
                        setting\tinet_protocols\tipv4
                        setting\tproxy_interfaces\t
                        setting\tmyhostname\t%1$s
                        setting\tmydomain\t%2$s
                        setting\tmyorigin\t%1$s
                        setting\tsmtp_helo_name\t%1$s
                        setting\trelayhost\t
                        """
                                .formatted(name, name.substring(name.indexOf('.') + 1)));
            }
        }
        return 0;
    }
}
