package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Where answers and bounces go: the MX records of a domain that sends, and whether they lead
/// anywhere (RFC 5321 5.1, RFC 2181 10.3, RFC 7505).
///
/// @param host that could take its mail; null where none is known
record MxCheck(String domain, @Nullable String host) implements DnsCheck {
    private static final int MOST_TARGETS = 16;

    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        return dns.ask(domain, DnsQuestion.Type.MX)
                .thenCompose(mx ->
                        mx.values().isEmpty() ? withoutRecords(dns, mx) : withRecords(dns, mx));
    }

    private CompletableFuture<List<Finding>> withoutRecords(Lookups dns, Lookup mx) {
        Findings alone = new Findings(domain, mx);
        if (mx.isUnknown()) {
            return done(alone.add(Outcome.MX_UNKNOWN, mx.outcome()));
        }
        if (mx.reply() instanceof DnsReply.NoName) {
            return done(alone.add(Outcome.DOMAIN_MISSING));
        }
        return addresses(dns, domain).thenApply(found -> implicit(mx, found));
    }

    private List<Finding> implicit(Lookup mx, List<Lookup> found) {
        Findings findings =
                new Findings(domain, Stream.concat(Stream.of(mx), found.stream()).toList());
        if (found.stream().anyMatch(lookup -> !lookup.values().isEmpty())) {
            return findings.addWithFix(
                            List.of(ZoneLine.exchange(domain, domain)), Outcome.MX_IMPLICIT)
                    .all();
        }
        List<Lookup> unknown = found.stream().filter(Lookup::isUnknown).toList();
        return unknown.isEmpty()
                ? findings.addWithFix(exchangeFix(), Outcome.MX_MISSING).all()
                : findings.add(Outcome.MX_UNKNOWN, unknown.getFirst().outcome()).all();
    }

    private CompletableFuture<List<Finding>> withRecords(Lookups dns, Lookup mx) {
        List<String> hosts =
                mx.values().stream().limit(MOST_TARGETS).map(MxCheck::target).distinct().toList();
        if (hosts.contains("")) {
            return done(
                    new Findings(domain, mx)
                            .addWithFix(
                                    exchangeFix(),
                                    hosts.size() == 1 ? Outcome.MX_NULL : Outcome.MX_NULL_MIXED));
        }
        List<CompletableFuture<MxTarget>> targets =
                hosts.stream().map(name -> follow(dns, name)).toList();
        return Lookups.all(targets).thenApply(all -> judge(mx, all));
    }

    private List<Finding> judge(Lookup mx, List<MxTarget> targets) {
        Findings findings =
                new Findings(
                        domain,
                        Stream.concat(
                                        Stream.of(mx),
                                        targets.stream().flatMap(one -> one.lookups().stream()))
                                .toList());
        List<String> unresolved = names(targets, MxTarget.State.UNRESOLVED);
        List<String> unknown = names(targets, MxTarget.State.UNKNOWN);
        List<String> literals = names(targets, MxTarget.State.LITERAL);
        List<String> aliases = names(targets, MxTarget.State.ALIAS);
        if (!literals.isEmpty()) {
            findings.add(Outcome.MX_ADDRESS, String.join(", ", literals));
        }
        if (!unresolved.isEmpty()) {
            findings.add(
                    unresolved.size() == targets.size()
                            ? Outcome.MX_UNRESOLVED
                            : Outcome.MX_PARTLY_UNRESOLVED,
                    String.join(", ", unresolved));
        }
        if (!aliases.isEmpty()) {
            findings.add(Outcome.MX_CNAME, String.join(", ", aliases));
        }
        if (!unknown.isEmpty()) {
            findings.add(Outcome.MX_TARGET_UNKNOWN, String.join(", ", unknown));
        }
        if (findings.isEmpty()) {
            findings.add(Outcome.MX_GOOD, String.join(", ", names(targets, MxTarget.State.GOOD)));
        }
        return findings.all();
    }

    private static CompletableFuture<MxTarget> follow(Lookups dns, String name) {
        if (IpAddress.parse(name).isPresent()) {
            return CompletableFuture.completedFuture(new MxTarget(name, List.of()));
        }
        return addresses(dns, name)
                .thenCombine(
                        dns.ask(name, DnsQuestion.Type.CNAME),
                        (found, alias) -> {
                            List<Lookup> lookups = new ArrayList<>(found);
                            if (!alias.isAbsent()) {
                                lookups.add(alias);
                            }
                            return new MxTarget(name, lookups);
                        });
    }

    private static CompletableFuture<List<Lookup>> addresses(Lookups dns, String name) {
        return Lookups.all(
                List.of(dns.ask(name, DnsQuestion.Type.A), dns.ask(name, DnsQuestion.Type.AAAA)));
    }

    /// Of `10 mail.example.org`; empty for the null MX, whose target is the root.
    static String target(String value) {
        return DnsNames.normal(value.substring(value.indexOf(' ') + 1).strip());
    }

    private List<String> exchangeFix() {
        return host == null || !DnsNames.isHost(host)
                ? List.of()
                : List.of(ZoneLine.exchange(domain, host));
    }

    private static List<String> names(List<MxTarget> targets, MxTarget.State state) {
        return targets.stream().filter(one -> one.state() == state).map(MxTarget::name).toList();
    }

    private static CompletableFuture<List<Finding>> done(Findings findings) {
        return CompletableFuture.completedFuture(findings.all());
    }
}
