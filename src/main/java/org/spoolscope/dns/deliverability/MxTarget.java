package org.spoolscope.dns.deliverability;

import java.util.List;
import org.spoolscope.dns.DnsQuestion;

/// A host that an MX record names, and what was asked about it.
///
/// @param lookups of A and AAAA, and of CNAME unless there is none; empty for an address
record MxTarget(String name, List<Lookup> lookups) {
    enum State {
        GOOD,
        /// An address stands where a name must.
        LITERAL,
        UNRESOLVED,
        /// It leads on to another name, which RFC 2181 10.3 forbids.
        ALIAS,
        UNKNOWN
    }

    State state() {
        if (lookups.isEmpty()) {
            return State.LITERAL;
        }
        boolean leads = lookups.stream().anyMatch(one -> !isAlias(one) && !one.values().isEmpty());
        if (!leads) {
            return lookups.stream().anyMatch(Lookup::isUnknown) ? State.UNKNOWN : State.UNRESOLVED;
        }
        return lookups.stream()
                .filter(MxTarget::isAlias)
                .findFirst()
                .map(alias -> alias.isUnknown() ? State.UNKNOWN : State.ALIAS)
                .orElse(State.GOOD);
    }

    private static boolean isAlias(Lookup lookup) {
        return lookup.type() == DnsQuestion.Type.CNAME;
    }
}
