package org.spoolscope.model.deliverability;

import java.util.Locale;

/// What can come of a check; how much it matters is said here and nowhere else. The sentence of
/// each is in the words file under `deliverability.` and its label.
public enum Outcome {
    PTR_CONFIRMED(Check.REVERSE_DNS, Severity.GOOD),
    PTR_MISSING(Check.REVERSE_DNS, Severity.BAD),
    /// No name of the address leads back to it.
    PTR_UNCONFIRMED(Check.REVERSE_DNS, Severity.BAD),
    /// Some of its names do, some don't.
    PTR_PARTLY_CONFIRMED(Check.REVERSE_DNS, Severity.WARNING),
    /// The name looks like one that a provider gives to all its addresses.
    PTR_GENERIC(Check.REVERSE_DNS, Severity.WARNING),
    PTR_SEVERAL(Check.REVERSE_DNS, Severity.NOTE),
    PTR_UNKNOWN(Check.REVERSE_DNS, Severity.UNKNOWN),
    /// The world sees another address; which one is not known.
    ADDRESS_PRIVATE(Check.REVERSE_DNS, Severity.UNKNOWN),
    ADDRESS_INVALID(Check.REVERSE_DNS, Severity.UNKNOWN),

    HELO_GOOD(Check.HELO, Severity.GOOD),
    /// Not a full name, or one that can't be a host's.
    HELO_NOT_FULL(Check.HELO, Severity.BAD),
    HELO_UNRESOLVED(Check.HELO, Severity.BAD),
    /// It leads to addresses, none of which sends.
    HELO_ELSEWHERE(Check.HELO, Severity.WARNING),
    /// It leads to some of the sending addresses.
    HELO_PARTLY(Check.HELO, Severity.WARNING),
    /// It leads to addresses; which ones send is not known.
    HELO_RESOLVES(Check.HELO, Severity.NOTE),
    HELO_UNKNOWN(Check.HELO, Severity.UNKNOWN),

    SPF_HELO_PASS(Check.SPF_HELO, Severity.GOOD),
    SPF_HELO_FAIL(Check.SPF_HELO, Severity.BAD),
    /// Softfail or neutral.
    SPF_HELO_UNNAMED(Check.SPF_HELO, Severity.WARNING),
    SPF_HELO_NONE(Check.SPF_HELO, Severity.NOTE),
    /// Permerror, of whatever kind.
    SPF_HELO_ERROR(Check.SPF_HELO, Severity.WARNING),
    SPF_HELO_UNKNOWN(Check.SPF_HELO, Severity.UNKNOWN),

    MX_GOOD(Check.MX, Severity.GOOD),
    DOMAIN_INVALID(Check.MX, Severity.BAD),
    DOMAIN_MISSING(Check.MX, Severity.BAD),
    /// Neither MX nor address.
    MX_MISSING(Check.MX, Severity.BAD),
    /// No MX, so that mail goes to the domain's own address.
    MX_IMPLICIT(Check.MX, Severity.WARNING),
    /// RFC 7505: it takes no mail.
    MX_NULL(Check.MX, Severity.BAD),
    MX_NULL_MIXED(Check.MX, Severity.BAD),
    /// An address where a name must stand.
    MX_ADDRESS(Check.MX, Severity.BAD),
    MX_UNRESOLVED(Check.MX, Severity.BAD),
    MX_PARTLY_UNRESOLVED(Check.MX, Severity.WARNING),
    MX_CNAME(Check.MX, Severity.WARNING),
    MX_TARGET_UNKNOWN(Check.MX, Severity.UNKNOWN),
    MX_UNKNOWN(Check.MX, Severity.UNKNOWN),

    SPF_PASS(Check.SPF, Severity.GOOD),
    /// Everyone may send for the domain.
    SPF_OPEN(Check.SPF, Severity.BAD),
    SPF_FAIL(Check.SPF, Severity.BAD),
    SPF_SOFTFAIL(Check.SPF, Severity.WARNING),
    SPF_NEUTRAL(Check.SPF, Severity.WARNING),
    SPF_NONE(Check.SPF, Severity.WARNING),
    SPF_SEVERAL(Check.SPF, Severity.BAD),
    SPF_TOO_MANY_LOOKUPS(Check.SPF, Severity.BAD),
    SPF_TOO_MANY_VOID(Check.SPF, Severity.BAD),
    SPF_PERMERROR(Check.SPF, Severity.BAD),
    SPF_TEMPERROR(Check.SPF, Severity.UNKNOWN),
    /// `ptr` is used, which RFC 7208 5.5 asks not to do.
    SPF_PTR(Check.SPF, Severity.NOTE),

    DKIM_GOOD(Check.DKIM, Severity.GOOD),
    DKIM_MISSING(Check.DKIM, Severity.BAD),
    DKIM_SEVERAL(Check.DKIM, Severity.BAD),
    DKIM_REVOKED(Check.DKIM, Severity.BAD),
    DKIM_MALFORMED(Check.DKIM, Severity.BAD),
    DKIM_KEY_TYPE(Check.DKIM, Severity.BAD),
    /// Below 1024 bits: it counts as no signature (RFC 8301).
    DKIM_WEAK(Check.DKIM, Severity.BAD),
    /// 1024 bits and more, below 2048.
    DKIM_SHORT(Check.DKIM, Severity.WARNING),
    /// SHA-256 is not allowed, or the key is not for mail.
    DKIM_UNUSABLE(Check.DKIM, Severity.BAD),
    DKIM_TESTING(Check.DKIM, Severity.WARNING),
    DKIM_ED25519(Check.DKIM, Severity.NOTE),
    DKIM_UNKNOWN(Check.DKIM, Severity.UNKNOWN),

    DMARC_ENFORCED(Check.DMARC, Severity.GOOD),
    /// `p=none`.
    DMARC_WATCHING(Check.DMARC, Severity.NOTE),
    DMARC_MISSING(Check.DMARC, Severity.WARNING),
    DMARC_SEVERAL(Check.DMARC, Severity.BAD),
    /// A record is there that receivers don't take for one.
    DMARC_UNREADABLE(Check.DMARC, Severity.BAD),
    /// No policy, or one that does not exist.
    DMARC_NO_POLICY(Check.DMARC, Severity.BAD),
    /// A tag that receivers pass over.
    DMARC_TAG(Check.DMARC, Severity.WARNING),
    DMARC_REPORT_ADDRESS(Check.DMARC, Severity.WARNING),
    DMARC_NO_REPORTS(Check.DMARC, Severity.NOTE),
    DMARC_PERCENT(Check.DMARC, Severity.NOTE),
    /// The record is a parent domain's.
    DMARC_PARENT(Check.DMARC, Severity.NOTE),
    DMARC_UNKNOWN(Check.DMARC, Severity.UNKNOWN),

    MTA_STS_PRESENT(Check.MTA_STS, Severity.GOOD),
    MTA_STS_MISSING(Check.MTA_STS, Severity.NOTE),
    MTA_STS_INVALID(Check.MTA_STS, Severity.WARNING),
    MTA_STS_UNKNOWN(Check.MTA_STS, Severity.UNKNOWN),

    TLS_RPT_PRESENT(Check.TLS_RPT, Severity.GOOD),
    TLS_RPT_MISSING(Check.TLS_RPT, Severity.NOTE),
    TLS_RPT_INVALID(Check.TLS_RPT, Severity.WARNING),
    TLS_RPT_UNKNOWN(Check.TLS_RPT, Severity.UNKNOWN);

    private final Check check;
    private final Severity severity;

    Outcome(Check check, Severity severity) {
        this.check = check;
        this.severity = severity;
    }

    public Check check() {
        return check;
    }

    public Severity severity() {
        return severity;
    }

    /// As the words file has it, such as `ptr-missing`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
