package org.spoolscope.dns;

import java.time.Duration;
import java.util.List;

/// What a resolver said.
public sealed interface DnsReply {
    /// How long it may be remembered; zero for what is no answer.
    Duration ttl();

    /// Records of the type that was asked for, in the order they came; at the end of any CNAMEs.
    ///
    /// @param values not empty: addresses as [org.spoolscope.model.IpAddress] writes them (an IPv4
    ///   address mapped into IPv6 as such), names without the last dot (the root as `.`), MX as `10
    ///   mail.example`, TXT with its strings joined as RFC 7208 3.3 has it; each decoded as ISO
    ///   8859-1 (every byte a character) and bounded
    record Records(List<String> values, Duration ttl) implements DnsReply {
        public Records {
            values = List.copyOf(values);
        }
    }

    /// The name exists, and has no record of this type.
    record NoData(Duration ttl) implements DnsReply {}

    /// The name does not exist (NXDOMAIN).
    ///
    /// @param zone whose SOA record says so, without the last dot; empty where none was told
    record NoName(Duration ttl, String zone) implements DnsReply {
        public NoName(Duration ttl) {
            this(ttl, "");
        }
    }

    /// The resolver answered with a failure.
    ///
    /// @param code such as SERVFAIL or REFUSED
    record Failed(String code) implements DnsReply {
        @Override
        public Duration ttl() {
            return Duration.ZERO;
        }
    }

    /// Nothing that counts as an answer came in time.
    record Silent(Duration waited) implements DnsReply {
        @Override
        public Duration ttl() {
            return Duration.ZERO;
        }
    }

    /// The resolver could not be asked.
    ///
    /// @param why for people
    record Unreachable(String why) implements DnsReply {
        @Override
        public Duration ttl() {
            return Duration.ZERO;
        }
    }
}
