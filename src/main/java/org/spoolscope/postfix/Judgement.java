package org.spoolscope.postfix;

import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.provider.Providers;

/// By what is told why mail waits and who is behind its destination: the built-in rules and the
/// person's own. Immutable.
public record Judgement(CauseRules causes, Providers providers) {
    /// The mailbox provider behind a recipient, or null where none is known.
    ///
    /// @param domain of the recipient
    /// @param relay the host that was spoken to; empty where none was
    public @Nullable String provider(String domain, String relay) {
        String own = providers.ofDomain(domain);
        return own != null || relay.isEmpty() ? own : providers.ofRelay(relay);
    }
}
