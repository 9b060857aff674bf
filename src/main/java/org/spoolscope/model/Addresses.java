package org.spoolscope.model;

import java.util.Locale;

/// What can be read off a mail address without resolving anything.
public final class Addresses {
    private Addresses() {}

    /// The part after the last `@`, in lower case; empty for an address without one. A quoted local
    /// part may hold an `@` of its own (`"a@b"@example.com`), hence the last.
    public static String domain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
