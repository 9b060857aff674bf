package org.spoolscope.model.deliverability;

import java.util.Locale;

/// How much a finding matters, the worst first.
public enum Severity {
    /// Receivers refuse mail, or put it away, because of it.
    BAD,
    /// Some receivers do, or it will be bad soon.
    WARNING,
    /// The DNS did not answer. Neither good nor bad.
    UNKNOWN,
    /// Good to know; no harm is done.
    NOTE,
    GOOD;

    /// As it is called in JSON.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
