package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.MailIdentity;
import org.spoolscope.model.deliverability.Outcome;

/// All checks of a mail server at once. Threading: for any thread; stateless.
public final class Deliverability {
    /// Questions in flight at most: a resolver of a mail server has other work.
    private static final int AT_ONCE = 32;

    private final DnsClient client;

    /// @param client the resolver that is asked; it stays the caller's
    public Deliverability(DnsClient client) {
        this.client = client;
    }

    /// Runs the checks. Findings are handed on as they come, by the threads that answer, one check
    /// at a time; at the end all of them are there, those of a check together. It does not fail.
    /// When it is cancelled, nothing more is asked.
    public CompletableFuture<List<Finding>> check(MailIdentity who, Consumer<Finding> each) {
        Lookups dns = new Lookups(client, AT_ONCE);
        List<CompletableFuture<List<Finding>>> running = new ArrayList<>();
        for (DnsCheck check : checks(who)) {
            running.add(check.run(dns).thenApply(findings -> handOn(findings, each)));
        }
        CompletableFuture<List<Finding>> all =
                Lookups.all(running)
                        .thenApply(lists -> lists.stream().flatMap(List::stream).toList());
        var _ =
                all.whenComplete((_, _) -> {
                    if (all.isCancelled()) {
                        dns.end();
                    }
                });
        return all;
    }

    private static List<Finding> handOn(List<Finding> findings, Consumer<Finding> each) {
        synchronized (each) {
            findings.forEach(each);
        }
        return findings;
    }

    private static List<DnsCheck> checks(MailIdentity who) {
        @Nullable String helo = who.heloNames().isEmpty() ? null : who.heloNames().getFirst();
        List<DnsCheck> checks = new ArrayList<>();
        for (String address : who.addresses()) {
            checks.add(new ReverseDnsCheck(address, helo));
        }
        for (String name : who.heloNames()) {
            checks.add(new HeloCheck(name, who.addresses()));
            // Where mail is from that name, too, the domain's own check says the same.
            if (who.domains().stream().noneMatch(name::equalsIgnoreCase)) {
                checks.add(new SpfHeloCheck(name, who.addresses()));
            }
        }
        for (String domain : who.domains()) {
            if (DnsNames.isHost(domain)) {
                checks.add(new MxCheck(domain, helo));
                checks.add(new SpfCheck(domain, who.addresses(), helo == null ? domain : helo));
                checks.add(new DmarcCheck(domain));
                checks.add(new TransportRecordCheck(domain, TransportRecordCheck.Kind.MTA_STS));
                checks.add(new TransportRecordCheck(domain, TransportRecordCheck.Kind.TLS_RPT));
            } else {
                checks.add(_ -> CompletableFuture.completedFuture(invalid(domain)));
            }
        }
        for (MailIdentity.Selector selector : who.selectors()) {
            checks.add(new DkimCheck(selector));
        }
        return checks;
    }

    private static List<Finding> invalid(String domain) {
        return new Findings(domain, List.of()).add(Outcome.DOMAIN_INVALID).all();
    }
}
