package org.spoolscope.monitor.deliverability;

import java.util.List;
import java.util.Locale;
import org.spoolscope.model.deliverability.MailIdentity;

/// Which domains and selectors of a server are checked.
///
/// @param domains these only; empty for those that the settings and the log show
/// @param selectors of DKIM, for each domain; empty for those that the log shows
public record Scope(List<String> domains, List<String> selectors) {
    /// All that the server shows of itself.
    public static final Scope SEEN = new Scope(List.of(), List.of());

    public Scope {
        domains = domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
        selectors = List.copyOf(selectors);
    }

    boolean needsLog() {
        return domains.isEmpty();
    }

    MailIdentity of(MailIdentity found) {
        MailIdentity wanted = domains.isEmpty() ? found : found.forDomains(domains);
        return selectors.isEmpty() ? wanted : wanted.signingWith(selectors);
    }
}
