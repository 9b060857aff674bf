package org.spoolscope.model.deliverability;

import java.util.List;

/// What a mail server shows of itself when it sends, and is judged by.
///
/// @param addresses IP addresses it sends from, as literals
/// @param heloNames names it says in EHLO (`smtp_helo_name`, by default `myhostname`)
/// @param domains it sends mail for
/// @param selectors of DKIM, as seen or stated
public record MailIdentity(
        List<String> addresses,
        List<String> heloNames,
        List<String> domains,
        List<Selector> selectors) {
    /// A DKIM selector and the domain that signs with it (`s=` and `d=`).
    public record Selector(String name, String domain) {}

    public MailIdentity {
        addresses = List.copyOf(addresses);
        heloNames = List.copyOf(heloNames);
        domains = List.copyOf(domains);
        selectors = List.copyOf(selectors);
    }

    /// The same for these domains only.
    public MailIdentity forDomains(List<String> only) {
        return new MailIdentity(addresses, heloNames, only, selectors);
    }

    /// The same with these selectors, each for each domain.
    public MailIdentity signingWith(List<String> names) {
        return new MailIdentity(
                addresses,
                heloNames,
                domains,
                domains.stream()
                        .flatMap(domain -> names.stream().map(name -> new Selector(name, domain)))
                        .toList());
    }
}
