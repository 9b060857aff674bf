package org.spoolscope.dns.deliverability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spoolscope.model.IpAddress;

/// The text of an SPF record (RFC 7208 4.5, 4.6.1), as far as it is read without asking.
record SpfRecord(String text) {
    private static final String VERSION = "v=spf1";

    /// Longer ones are not read: jSPF's regular expressions take a stack frame for a character.
    private static final int LONGEST = 8192;

    private static final int LONGEST_TERM = 512;

    /// Whether a TXT record is meant to be one.
    static boolean isOne(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return lower.equals(VERSION) || lower.startsWith(VERSION + " ");
    }

    /// A record for a domain that has none.
    static String first(List<IpAddress> addresses) {
        return VERSION + terms(addresses) + " mx ~all";
    }

    /// A record for the name of a host that has none, from which nobody else sends.
    static String ofHost(List<IpAddress> addresses) {
        return VERSION + terms(addresses) + " -all";
    }

    /// This record with these addresses allowed.
    String with(List<IpAddress> addresses) {
        String rest = text.strip().substring(VERSION.length());
        return VERSION + terms(addresses) + rest;
    }

    /// What stands behind the version, in lower case.
    List<String> terms() {
        return Arrays.stream(text.strip().substring(VERSION.length()).split(" "))
                .filter(term -> !term.isEmpty())
                .map(term -> term.toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isTooLong() {
        return text.length() > LONGEST
                || terms().stream().anyMatch(term -> term.length() > LONGEST_TERM);
    }

    /// Whether it lets everyone send.
    boolean isOpen() {
        return terms().stream().anyMatch(term -> term.equals("all") || term.equals("+all"));
    }

    boolean usesPtr() {
        return terms().stream()
                .map(term -> term.replaceFirst("^[-+~?]", ""))
                .anyMatch(term -> term.equals("ptr") || term.startsWith("ptr:"));
    }

    private static String terms(List<IpAddress> addresses) {
        StringBuilder terms = new StringBuilder();
        for (IpAddress address : addresses) {
            terms.append(address.isV4() ? " ip4:" : " ip6:").append(address);
        }
        return terms.toString();
    }
}
