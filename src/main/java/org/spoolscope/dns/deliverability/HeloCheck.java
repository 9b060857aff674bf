package org.spoolscope.dns.deliverability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// The name that a server says in EHLO: a full name that leads to the addresses that send (RFC 5321
/// 4.1.1.1).
///
/// @param addresses that send, as literals
record HeloCheck(String name, List<String> addresses) implements DnsCheck {
    private static final List<String> LOCAL_ENDS =
            List.of(".local", ".localdomain", ".localhost", ".lan", ".internal", ".invalid");

    /// What a person is to put their own name into.
    private static final String SET_NAME = "postconf -e 'myhostname = mail.example.org'";

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        if (!isFull(name)) {
            return CompletableFuture.completedFuture(
                    new Findings(name, List.of())
                            .addWithFix(List.of(SET_NAME), Outcome.HELO_NOT_FULL)
                            .all());
        }
        return Lookups.all(
                        List.of(
                                dns.ask(name, DnsQuestion.Type.A),
                                dns.ask(name, DnsQuestion.Type.AAAA)))
                .thenApply(this::judge);
    }

    private List<Finding> judge(List<Lookup> lookups) {
        List<IpAddress> leadsTo =
                lookups.stream()
                        .flatMap(lookup -> PublicAddresses.of(lookup.values()).stream())
                        .toList();
        List<IpAddress> sending = PublicAddresses.of(addresses);
        List<IpAddress> missing =
                sending.stream().filter(address -> !leadsTo.contains(address)).toList();
        Optional<Lookup> unknown = lookups.stream().filter(Lookup::isUnknown).findFirst();
        Findings findings = new Findings(name, lookups);
        if (unknown.isPresent() && (leadsTo.isEmpty() || !missing.isEmpty())) {
            return findings.add(Outcome.HELO_UNKNOWN, unknown.get().outcome()).all();
        }
        if (leadsTo.isEmpty()) {
            findings.addWithFix(records(sending), Outcome.HELO_UNRESOLVED);
        } else if (sending.isEmpty()) {
            findings.add(Outcome.HELO_RESOLVES, text(leadsTo));
        } else if (missing.isEmpty()) {
            findings.add(Outcome.HELO_GOOD, text(sending));
        } else if (missing.size() == sending.size()) {
            findings.addWithFix(records(missing), Outcome.HELO_ELSEWHERE, text(leadsTo));
        } else {
            findings.addWithFix(records(missing), Outcome.HELO_PARTLY, text(missing));
        }
        return findings.all();
    }

    /// Whether it can be found in the DNS at all.
    static boolean isFull(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return DnsNames.isHost(name) && LOCAL_ENDS.stream().noneMatch(lower::endsWith);
    }

    private List<String> records(List<IpAddress> wanted) {
        return wanted.stream().map(address -> ZoneLine.address(name, address)).toList();
    }

    private static String text(List<IpAddress> addresses) {
        return String.join(", ", addresses.stream().map(IpAddress::toString).toList());
    }
}
