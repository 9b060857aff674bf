package org.spoolscope.postfix.follow;

import java.util.Set;

/// Tells the names that Postfix's programs log under: `syslog_name/program`, at any depth.
public final class PostfixNames {
    private static final int LONGEST = 200;
    private static final Set<String> PROGRAMS =
            Set.of(
                    "anvil",
                    "bounce",
                    "cleanup",
                    "discard",
                    "dnsblog",
                    "error",
                    "flush",
                    "lmtp",
                    "local",
                    "master",
                    "oqmgr",
                    "pickup",
                    "pipe",
                    "postalias",
                    "postdrop",
                    "postfix",
                    "postfix-script",
                    "postkick",
                    "postlogd",
                    "postlog",
                    "postmap",
                    "postqueue",
                    "postscreen",
                    "postsuper",
                    "proxymap",
                    "qmgr",
                    "qmqpd",
                    "retry",
                    "scache",
                    "sendmail",
                    "showq",
                    "smtp",
                    "smtpd",
                    "spawn",
                    "tlsmgr",
                    "tlsproxy",
                    "trivial-rewrite",
                    "verify",
                    "virtual");

    private PostfixNames() {}

    /// Whether it is such a name, and one that can be passed as an argument.
    public static boolean isPostfix(String name) {
        int slash = name.lastIndexOf('/');
        return slash > 0
                && name.length() <= LONGEST
                && PROGRAMS.contains(name.substring(slash + 1))
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
