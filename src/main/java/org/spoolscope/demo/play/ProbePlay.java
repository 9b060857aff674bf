package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.Instance;

/// Plays `probe`.
record ProbePlay(SimulatedHost host) implements Play {
    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        Profile profile = host.profile();
        boolean postfix = !host.has(Fault.NO_POSTQUEUE);
        StringBuilder out = new StringBuilder();
        line(out, "user", DemoAccount.USER);
        line(out, "system", profile.system());
        line(out, "zone", "Etc/UTC");
        line(out, "offset", "+0000");
        line(out, "clock", String.valueOf(host.now().getEpochSecond()));
        line(out, "postqueue", postfix ? "/usr/sbin/postqueue" : "");
        if (postfix) {
            Instance first = host.instances().getFirst();
            line(out, "mail_version", profile.postfix());
            line(out, "myhostname", profile.hostName());
            line(out, "queue_directory", host.queueDirectory(first.configDirectory()));
            if (profile.listsJson()) {
                line(out, "maillog_file", "");
            }
            for (Instance instance : host.instances()) {
                line(
                        out,
                        "instance",
                        String.join(
                                "\t",
                                instance.name(),
                                instance.group(),
                                instance.enabled() ? "y" : "n",
                                instance.configDirectory()));
            }
        }
        stdio.print(out);
        return 0;
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append(key).append('\t').append(value).append('\n');
    }
}
