package org.spoolscope.ui.blocklist;

/// Addresses and domains, told apart by how they are written in their canonical form.
final class Subjects {
    private Subjects() {}

    static boolean isIpv6(String subject) {
        return subject.indexOf(':') >= 0;
    }

    static boolean isAddress(String subject) {
        return isIpv6(subject)
                || !subject.isEmpty()
                        && subject.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
