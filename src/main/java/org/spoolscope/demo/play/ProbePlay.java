package org.spoolscope.demo.play;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceSettings;

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
                settings(out, instance.settings());
            }
        }
        stdio.print(out);
        return 0;
    }

    private static void settings(StringBuilder out, InstanceSettings settings) {
        setting(out, "minimal_backoff_time", seconds(settings.minimalBackoff()));
        setting(out, "maximal_backoff_time", seconds(settings.maximalBackoff()));
        setting(out, "queue_run_delay", seconds(settings.queueRunDelay()));
        setting(out, "maximal_queue_lifetime", settings.maximalLifetime().toDays() + "d");
        setting(out, "bounce_queue_lifetime", settings.bounceLifetime().toDays() + "d");
        setting(out, "qmgr_message_active_limit", String.valueOf(settings.activeLimit()));
        setting(
                out,
                "default_destination_concurrency_limit",
                String.valueOf(settings.destinationConcurrency()));
        setting(out, "syslog_name", settings.syslogName());
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "s";
    }

    private static void setting(StringBuilder out, String name, String value) {
        line(out, "setting", name + '\t' + value);
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append(key).append('\t').append(value).append('\n');
    }
}
