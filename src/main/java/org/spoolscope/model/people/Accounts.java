package org.spoolscope.model.people;

import java.util.Locale;
import java.util.Set;

/// Names that nobody is hidden behind.
final class Accounts {
    /// Accounts that are no person, and words that logs are made of.
    private static final Set<String> NOBODY =
            Set.of(
                    "abuse",
                    "admin",
                    "and",
                    "daemon",
                    "deferred",
                    "delay",
                    "double-bounce",
                    "for",
                    "from",
                    "host",
                    "hostmaster",
                    "info",
                    "mail",
                    "mailer-daemon",
                    "message",
                    "no-reply",
                    "nobody",
                    "noreply",
                    "not",
                    "of",
                    "on",
                    "postfix",
                    "postmaster",
                    "relay",
                    "root",
                    "sent",
                    "service",
                    "smtp",
                    "status",
                    "support",
                    "the",
                    "to",
                    "unknown",
                    "user",
                    "webmaster",
                    "www-data");

    /// Whom every domain has (RFC 2142), and Postfix's own.
    private static final Set<String> ROLES =
            Set.of("abuse", "double-bounce", "hostmaster", "mailer-daemon", "postmaster");

    private Accounts() {}

    /// Whether no person is meant by this name where it has no domain.
    static boolean isNobody(String name) {
        return NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether every domain has it.
    static boolean isRole(String localPart) {
        return ROLES.contains(localPart.toLowerCase(Locale.ROOT));
    }
}
