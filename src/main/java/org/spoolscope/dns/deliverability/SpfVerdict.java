package org.spoolscope.dns.deliverability;

import java.util.List;

/// What `check_host()` of RFC 7208 comes to.
///
/// @param why it is an error, for people; empty for what is none
/// @param lookups that led to it
record SpfVerdict(Result result, String why, List<Lookup> lookups) {
    enum Result {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        NONE,
        TEMPERROR,
        PERMERROR,
        /// A permerror: more than ten terms that ask the DNS.
        TOO_MANY_LOOKUPS,
        /// A permerror: more than two of them found nothing.
        TOO_MANY_VOID
    }

    SpfVerdict {
        lookups = List.copyOf(lookups);
    }
}
