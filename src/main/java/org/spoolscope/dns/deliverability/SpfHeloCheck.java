package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;

/// Whether the name that a server says in EHLO lets the sending addresses use it (RFC 7208 2.3).
/// Mail without a sender, such as bounces, is judged by that alone (2.4).
///
/// @param addresses that send, as literals
record SpfHeloCheck(String name, List<String> addresses) implements DnsCheck {
    @Override
    public CompletableFuture<List<Finding>> run(Lookups dns) {
        List<IpAddress> sending =
                HeloCheck.isFull(name) ? PublicAddresses.of(addresses) : List.of();
        return Lookups.all(sending.stream().map(address -> evaluate(dns, address)).toList())
                .thenApply(this::judge);
    }

    private CompletableFuture<Judged> evaluate(Lookups dns, IpAddress address) {
        return SpfEvaluation.of(dns, address, name, name)
                .thenApply(verdict -> new Judged(address, verdict));
    }

    private record Judged(IpAddress address, SpfVerdict verdict) {
        Outcome outcome() {
            return switch (verdict.result()) {
                case PASS -> Outcome.SPF_HELO_PASS;
                case FAIL -> Outcome.SPF_HELO_FAIL;
                case SOFTFAIL, NEUTRAL -> Outcome.SPF_HELO_UNNAMED;
                case NONE -> Outcome.SPF_HELO_NONE;
                case TEMPERROR -> Outcome.SPF_HELO_UNKNOWN;
                case PERMERROR, TOO_MANY_LOOKUPS, TOO_MANY_VOID -> Outcome.SPF_HELO_ERROR;
            };
        }
    }

    /// Most say the same of all addresses: that is told once.
    private List<Finding> judge(List<Judged> all) {
        Map<Outcome, List<Judged>> alike =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Judged::outcome,
                                        () -> new EnumMap<>(Outcome.class),
                                        Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        alike.forEach((outcome, judged) -> findings.addAll(finding(outcome, judged)));
        return findings;
    }

    private List<Finding> finding(Outcome outcome, List<Judged> judged) {
        List<IpAddress> about = judged.stream().map(Judged::address).toList();
        List<Lookup> lookups =
                judged.stream().flatMap(one -> one.verdict().lookups().stream()).toList();
        Findings findings = new Findings(name, lookups);
        return switch (outcome) {
            case SPF_HELO_ERROR, SPF_HELO_UNKNOWN ->
                    findings.add(outcome, why(judged.getFirst().verdict())).all();
            case SPF_HELO_PASS -> findings.add(outcome, text(about)).all();
            default ->
                    findings.addWithFix(List.of(fix(about, lookups)), outcome, text(about)).all();
        };
    }

    private String fix(List<IpAddress> missing, List<Lookup> lookups) {
        String record =
                lookups.stream()
                        .filter(lookup -> lookup.type() == DnsQuestion.Type.TXT)
                        .filter(lookup -> lookup.name().equalsIgnoreCase(name))
                        .flatMap(lookup -> lookup.values().stream())
                        .filter(SpfRecord::isOne)
                        .findFirst()
                        .map(text -> new SpfRecord(text).with(missing))
                        .orElseGet(() -> SpfRecord.ofHost(missing));
        return ZoneLine.text(name, record);
    }

    private static String why(SpfVerdict verdict) {
        return switch (verdict.result()) {
            case TOO_MANY_LOOKUPS -> Words.get("deliverability.spf.too-many-lookups").toString();
            case TOO_MANY_VOID -> Words.get("deliverability.spf.too-many-void").toString();
            default -> verdict.why();
        };
    }

    private static String text(List<IpAddress> addresses) {
        return String.join(", ", addresses.stream().map(IpAddress::toString).toList());
    }
}
