package org.spoolscope.dns;

/// A question of class IN.
///
/// @param name absolute, with or without the last dot; it may hold a secret, so that only what
///   [org.spoolscope.model.blocklist.ListCheck] has as its zone may be shown
public record DnsQuestion(String name, Type type) {
    /// The types that are asked for (RFC 1035, 3596).
    public enum Type {
        A,
        AAAA,
        CNAME,
        MX,
        NS,
        PTR,
        SOA,
        TXT
    }

    /// Hides the name: it may hold a key.
    @Override
    public String toString() {
        return "a question for " + type;
    }
}
