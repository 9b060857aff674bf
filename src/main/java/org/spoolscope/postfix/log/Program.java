package org.spoolscope.postfix.log;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The programs of Postfix, by the last part of their name in the log; `postfix/submission/smtpd`
/// is an [#SMTPD], whatever the instance and the service are called.
enum Program {
    SMTPD,
    POSTSCREEN,
    DNSBLOG,
    PICKUP,
    CLEANUP,
    QMGR,
    NQMGR,
    OQMGR,
    SMTP,
    LMTP,
    LOCAL,
    VIRTUAL,
    PIPE,
    ERROR,
    RETRY,
    DISCARD,
    BOUNCE,
    DEFER,
    TRACE,
    SCACHE,
    TRIVIAL_REWRITE,
    VERIFY,
    ANVIL,
    TLSPROXY,
    TLSMGR,
    PROXYMAP,
    PROXYWRITE,
    FLUSH,
    SHOWQ,
    QMQPD,
    SPAWN,
    RELAY,
    POSTSUPER,
    POSTQUEUE,
    POSTDROP,
    POSTLOGD,
    POSTLOG,
    POSTFIX_SCRIPT,
    POSTMULTI_SCRIPT,
    POSTFIX_WRAPPER,
    POSTFIX,
    POSTMULTI,
    POSTALIAS,
    POSTMAP,
    POSTCAT,
    POSTCONF,
    POSTKICK,
    POSTLOCK,
    POSTTLS_FINGER,
    SENDMAIL,
    MASTER,
    /// A program that Postfix does not ship but that runs under its name, such as a policy daemon.
    UNKNOWN;

    private static final int SLOTS = 1024;
    private static final Literal[] NAMES =
            Arrays.stream(values())
                    .map(program -> program.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .map(Literal::of)
                    .toArray(Literal[]::new);
    private static final @Nullable Program[] TABLE = table();

    /// The program whose name is `in[from, to)`, or [#UNKNOWN]. A line's last eight bytes hold no
    /// name: pid, colon and message follow.
    static Program of(byte[] in, int from, int to) {
        int length = to - from;
        if (length == 0 || from + Long.BYTES > in.length) {
            return UNKNOWN;
        }
        long head = Literal.word(in, from);
        if (length < Long.BYTES) {
            head &= (1L << length * Long.BYTES) - 1;
        }
        for (int slot = slot(head, length); ; slot = slot + 1 & SLOTS - 1) {
            Program program = TABLE[slot];
            if (program == null) {
                return UNKNOWN;
            }
            Literal name = NAMES[program.ordinal()];
            if (name.length() == length && name.at(in, from, to)) {
                return program;
            }
        }
    }

    private static int slot(long head, int length) {
        long mixed = (head + length) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 54);
    }

    private static @Nullable Program[] table() {
        @Nullable Program[] table = new @Nullable Program[SLOTS];
        for (Program program : values()) {
            Literal name = NAMES[program.ordinal()];
            int slot = slot(name.head(), name.length());
            while (table[slot] != null) {
                slot = slot + 1 & SLOTS - 1;
            }
            table[slot] = program;
        }
        return table;
    }
}
