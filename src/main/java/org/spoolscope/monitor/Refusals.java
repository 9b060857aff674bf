package org.spoolscope.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.postfix.cause.NamedZone;

/// What blocklists cost, by what receivers said in the log.
final class Refusals {
    private static final int MOST_BY = 5;

    private Refusals() {}

    /// Of a log's causes, the lists that cost most first.
    ///
    /// @param all recipients and attempts of the same time, delivered or not
    static List<ListRefusals> of(List<CauseFigures> causes, long all) {
        Map<String, List<CauseFigures>> byList = new LinkedHashMap<>();
        for (CauseFigures cause : causes) {
            if (cause.kind() == CauseClass.IP_BLOCKED) {
                byList.computeIfAbsent(list(cause), _ -> new ArrayList<>()).add(cause);
            }
        }
        return byList.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue(), all))
                .sorted(Comparator.comparingLong(ListRefusals::total).reversed())
                .toList();
    }

    private static String list(CauseFigures cause) {
        return cause.list().isEmpty() ? NamedZone.in(cause.example()).orElse("") : cause.list();
    }

    private static ListRefusals of(String list, List<CauseFigures> causes, long all) {
        List<CauseFigures> most =
                causes.stream()
                        .sorted(Comparator.comparingLong(Refusals::cost).reversed())
                        .toList();
        long bounced = most.stream().mapToLong(CauseFigures::bounced).sum();
        long deferred = most.stream().mapToLong(CauseFigures::deferred).sum();
        return new ListRefusals(
                list,
                bounced,
                deferred,
                all == 0 ? 0 : Math.min(1, (double) (bounced + deferred) / all),
                most.stream().map(CauseFigures::relay).distinct().limit(MOST_BY).toList(),
                most.getFirst().example(),
                most.stream().map(CauseFigures::first).min(Instant::compareTo).orElseThrow(),
                most.stream().map(CauseFigures::last).max(Instant::compareTo).orElseThrow());
    }

    private static long cost(CauseFigures cause) {
        return cause.bounced() + cause.deferred();
    }
}
