package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.SpecialAddress;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Forward-confirmed reverse DNS: the names of an address, and whether they lead back to it.
///
/// @param address as a literal
/// @param helo the name that its PTR record should have; null where that is not known
record ReverseDnsCheck(String address, @Nullable String helo) implements DnsCheck {
    /// More names are not followed: nobody else does, either.
    private static final int MOST_NAMES = 10;

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        Optional<IpAddress> parsed = IpAddress.parse(address);
        if (parsed.isEmpty()) {
            return done(new Findings(address, List.of()).add(Outcome.ADDRESS_INVALID));
        }
        IpAddress ip = parsed.get();
        if (SpecialAddress.of(ip).isPresent()) {
            return done(new Findings(address, List.of()).add(Outcome.ADDRESS_PRIVATE));
        }
        return dns.ask(DnsNames.reverse(ip), DnsQuestion.Type.PTR)
                .thenCompose(pointer -> forward(dns, ip, pointer))
                .thenApply(lookups -> judge(ip, lookups.getFirst(), lookups));
    }

    private static CompletableFuture<List<Lookup>> forward(
            Lookups dns, IpAddress ip, Lookup pointer) {
        List<CompletableFuture<Lookup>> asked = new ArrayList<>();
        asked.add(CompletableFuture.completedFuture(pointer));
        pointer.values().stream()
                .limit(MOST_NAMES)
                .forEach(name -> asked.add(dns.ask(name, typeOf(ip))));
        return Lookups.all(asked);
    }

    private List<Finding> judge(IpAddress ip, Lookup pointer, List<Lookup> lookups) {
        Findings findings = new Findings(address, lookups);
        if (pointer.isUnknown()) {
            return findings.add(Outcome.PTR_UNKNOWN, pointer.outcome()).all();
        }
        if (pointer.isAbsent()) {
            return findings.addWithFix(pointerFix(ip), Outcome.PTR_MISSING).all();
        }
        List<String> confirmed = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Lookup> unknown = new ArrayList<>();
        for (Lookup forward : lookups.subList(1, lookups.size())) {
            if (leadsTo(forward, ip)) {
                confirmed.add(forward.name());
            } else if (forward.isUnknown()) {
                unknown.add(forward);
            } else {
                others.add(forward.name());
            }
        }
        if (!confirmed.isEmpty()) {
            confirmed(findings, ip, confirmed, others);
        } else if (!unknown.isEmpty()) {
            findings.add(Outcome.PTR_UNKNOWN, unknown.getFirst().outcome());
        } else {
            findings.addWithFix(
                    others.stream()
                            .filter(DnsNames::isHost)
                            .limit(1)
                            .map(name -> ZoneLine.address(name, ip))
                            .toList(),
                    Outcome.PTR_UNCONFIRMED,
                    String.join(", ", others));
        }
        return findings.all();
    }

    private void confirmed(
            Findings findings, IpAddress ip, List<String> confirmed, List<String> others) {
        String names = String.join(", ", confirmed);
        if (!others.isEmpty()) {
            findings.add(Outcome.PTR_PARTLY_CONFIRMED, names, String.join(", ", others));
        } else if (confirmed.size() > 1) {
            findings.add(Outcome.PTR_SEVERAL, names);
        }
        if (confirmed.stream().allMatch(name -> new GenericName(name, ip).looksGeneric())) {
            findings.addWithFix(pointerFix(ip), Outcome.PTR_GENERIC, names);
        } else if (others.isEmpty()) {
            findings.add(Outcome.PTR_CONFIRMED, names);
        }
    }

    private List<String> pointerFix(IpAddress ip) {
        return helo == null || !DnsNames.isHost(helo)
                ? List.of()
                : List.of(ZoneLine.pointer(ip, helo), ZoneLine.address(helo, ip));
    }

    private static boolean leadsTo(Lookup forward, IpAddress ip) {
        return forward.values().stream()
                .anyMatch(value -> IpAddress.parse(value).filter(ip::equals).isPresent());
    }

    private static DnsQuestion.Type typeOf(IpAddress ip) {
        return ip.isV4() ? DnsQuestion.Type.A : DnsQuestion.Type.AAAA;
    }

    private static CompletableFuture<List<Finding>> done(Findings findings) {
        return CompletableFuture.completedFuture(findings.all());
    }
}
