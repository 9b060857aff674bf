package org.spoolscope.model.deliverability;

import java.util.Locale;

/// What is looked at, in the order in which it is told.
public enum Check {
    /// Forward-confirmed reverse DNS of an address: PTR, and back to the same address.
    REVERSE_DNS,
    /// The name that the server says in EHLO.
    HELO,
    /// Which addresses may say that name (RFC 7208 2.3).
    SPF_HELO,
    /// Where mail for a domain goes (RFC 5321 5.1, RFC 7505).
    MX,
    /// Which addresses may send for a domain (RFC 7208).
    SPF,
    /// A key that signatures are checked with (RFC 6376, RFC 8463).
    DKIM,
    /// What is to become of mail that fails SPF and DKIM (RFC 7489).
    DMARC,
    /// Whether mail to a domain must be encrypted (RFC 8461).
    MTA_STS,
    /// Who is told of failures to encrypt (RFC 8460).
    TLS_RPT;

    /// As it is called in JSON.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
