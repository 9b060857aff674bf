package org.spoolscope.dns.deliverability;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.spoolscope.model.IpAddress;

/// Names of the DNS, and addresses as they stand in it (RFC 1035, 3596, 5321 2.3.5).
final class DnsNames {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern HOST_LABEL =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// What a macro of SPF may make, without what means something in a zone file or to a shell.
    private static final Pattern ASKED = Pattern.compile("[A-Za-z0-9_./+=,-]+");

    private DnsNames() {}

    /// The name without its last dot.
    static String normal(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// Whether the name can stand in a question: its lengths and characters.
    static boolean canBeAsked(String name) {
        return ASKED.matcher(name).matches() && hasLengths(name);
    }

    /// Whether it can be a host's full name: letters, digits and hyphens, two labels at least, the
    /// last one no number.
    static boolean isHost(String name) {
        String[] labels = name.split("\\.", -1);
        return hasLengths(name)
                && labels.length >= 2
                && !DIGITS.matcher(labels[labels.length - 1]).matches()
                && Arrays.stream(labels).allMatch(label -> HOST_LABEL.matcher(label).matches());
    }

    /// Under which the names of an address are found, such as `10.2.0.192.in-addr.arpa`.
    static String reverse(IpAddress address) {
        return address.reversed() + (address.isV4() ? ".in-addr.arpa" : ".ip6.arpa");
    }

    private static boolean hasLengths(String name) {
        return name.length() <= LONGEST
                && Arrays.stream(name.split("\\.", -1))
                        .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
    }
}
