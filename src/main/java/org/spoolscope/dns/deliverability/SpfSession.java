package org.spoolscope.dns.deliverability;

import org.apache.james.jspf.core.SPFSession;
import org.apache.james.jspf.core.exceptions.PermErrorException;

/// jSPF's session, which also counts the terms that ask the DNS (RFC 7208 4.6.4).
final class SpfSession extends SPFSession {
    private int terms;

    SpfSession(String sender, String helo, String address) {
        super(sender, helo, address);
    }

    @Override
    public void increaseCurrentDepth() throws PermErrorException {
        terms++;
        super.increaseCurrentDepth();
    }

    /// Terms that ask, up to now.
    int terms() {
        return terms;
    }

    /// Whether jSPF has stopped because there are too many.
    boolean hasTooManyTerms() {
        return terms > MAX_DEPTH;
    }
}
