package org.spoolscope.monitor.deliverability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.monitor.lookup.SendingAddresses;

/// What a server shows of itself when it sends, put together from what is known of it.
public final class ServerIdentity {
    private ServerIdentity() {}

    /// The addresses that receivers see; the private ones where only these are known, so that it is
    /// said. Its names; the domains of its settings (`myorigin`, `mydomain`) and of those who send
    /// through it.
    ///
    /// @param sending what was found out of its addresses and settings
    /// @param log what its log shows, if it was read
    public static MailIdentity of(SendingAddresses sending, SendersInLog log) {
        Set<String> domains = new LinkedHashSet<>();
        sending.settings().forEach(instance -> domains.addAll(instance.domains()));
        domains.addAll(log.domains());
        return new MailIdentity(
                addresses(sending), heloNames(sending), List.copyOf(domains), log.selectors());
    }

    private static List<String> addresses(SendingAddresses sending) {
        return (sending.isBlind() ? sending.translated() : sending.seen())
                .stream().map(one -> one.address().toString()).toList();
    }

    private static List<String> heloNames(SendingAddresses sending) {
        return sending.settings().stream()
                .flatMap(instance -> instance.heloNames().stream())
                .distinct()
                .toList();
    }
}
