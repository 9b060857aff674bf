package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.Capability.Kind;

/// Plays `doctor`.
record DoctorPlay(SimulatedHost host) implements Play {
    private static final String LOG = "/var/log/mail.log";
    private static final String NO_POSTQUEUE = "sh: 36: postqueue: not found";

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String config = arguments.isEmpty() ? "" : arguments.getFirst();
        StringBuilder out = new StringBuilder();
        boolean postfix = !host.has(Fault.NO_POSTQUEUE);
        boolean all = host.profile().rights() == Profile.Rights.ALL;
        fact(out, "user", DemoAccount.USER);
        fact(out, "config", config);
        fact(out, "default_config", postfix ? "/etc/postfix" : "");
        fact(out, "postsuper", postfix ? "/usr/sbin/postsuper" : "");
        fact(out, "postcat", postfix ? "/usr/sbin/postcat" : "");
        String allowed = host.has(Fault.REFUSE_LISTING) ? "root" : "static:anyone";
        fact(out, "mailq_users", postfix ? allowed : "");
        fact(out, "flush_users", postfix ? "static:anyone" : "");
        queue(out, postfix);
        fact(out, "log", LOG);
        if (!all) {
            fact(out, "log_group", "adm");
        }
        say(
                out,
                Kind.READ_LOG,
                all,
                all
                        ? LOG + " can be read"
                        : "head: cannot open '" + LOG + "' for reading: Permission denied");
        root(out, config, postfix, all);
        boolean pressure = !host.has(Fault.NO_PSI);
        say(
                out,
                Kind.SAMPLE_HOST,
                true,
                "/proc/stat"
                        + (pressure ? ", /proc/pressure/io" : "")
                        + ", /proc/diskstats can be read");
        stdio.print(out);
        return 0;
    }

    private void queue(StringBuilder out, boolean postfix) {
        String refusal = postfix ? ListPlay.refusal(host) : NO_POSTQUEUE;
        verdict(out, Kind.LIST_QUEUE, refusal, "postqueue -p lists the queue");
        boolean down = host.has(Fault.MAIL_SYSTEM_DOWN);
        String noFlush =
                down ? "postqueue: fatal: Cannot flush mail queue - mail system is down" : null;
        verdict(
                out,
                Kind.FLUSH,
                postfix ? noFlush : NO_POSTQUEUE,
                "postqueue accepts flush requests");
    }

    private void root(StringBuilder out, String config, boolean postfix, boolean all) {
        String no = postfix ? "sudo: a password is required" : "postsuper was not found";
        verdict(
                out,
                Kind.ACT_AS_ROOT,
                postfix && all ? null : no,
                "sudo allows postsuper -h, -H, -r, -e and -d from hold, with ids on standard input");
        String spool = postfix && !config.isEmpty() ? host.queueDirectory(config) : "";
        verdict(
                out,
                Kind.READ_MESSAGES,
                postfix && all
                        ? null
                        : spool + " can't be read, and sudo does not allow postcat -e -h -q ID",
                "sudo allows postcat -e -h -q ID");
    }

    private static void verdict(
            StringBuilder out, Kind kind, @Nullable String refusal, String granted) {
        say(out, kind, refusal == null, Objects.requireNonNullElse(refusal, granted));
    }

    private static void fact(StringBuilder out, String key, String value) {
        out.append(key).append('\t').append(value).append('\n');
    }

    private static void say(StringBuilder out, Kind kind, boolean granted, String evidence) {
        out.append(kind.name())
                .append('\t')
                .append(granted ? "yes" : "no")
                .append('\t')
                .append(evidence)
                .append('\n');
    }
}
