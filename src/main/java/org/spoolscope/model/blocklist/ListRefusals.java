package org.spoolscope.model.blocklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseFigures;

/// What receivers did because of a list, as the log tells it: replies that name the list, or that
/// say that our address is blocked and name none.
///
/// @param list as replies name it; empty where they name none
/// @param bounced recipients given back for it
/// @param deferred attempts put off for it
/// @param share of all recipients that were finished or put off in the same time, 0 to 1
/// @param by who said so, those with most first
/// @param example one reply as it was logged
public record ListRefusals(
        String list,
        long bounced,
        long deferred,
        double share,
        List<String> by,
        String example,
        Instant first,
        Instant last) {
    private static final int MOST_BY = 5;

    public ListRefusals {
        by = List.copyOf(by);
    }

    /// Of a log's causes, the lists that cost most first.
    ///
    /// @param all recipients and attempts of the same time, delivered or not
    public static List<ListRefusals> of(List<CauseFigures> causes, long all) {
        Map<String, List<CauseFigures>> byList = new LinkedHashMap<>();
        for (CauseFigures cause : causes) {
            if (cause.kind() == CauseClass.IP_BLOCKED) {
                byList.computeIfAbsent(cause.list(), _ -> new ArrayList<>()).add(cause);
            }
        }
        return byList.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue(), all))
                .sorted(Comparator.comparingLong(ListRefusals::total).reversed())
                .toList();
    }

    private static ListRefusals of(String list, List<CauseFigures> causes, long all) {
        List<CauseFigures> most =
                causes.stream()
                        .sorted(Comparator.comparingLong(ListRefusals::cost).reversed())
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

    /// Recipients and attempts together.
    public long total() {
        return bounced + deferred;
    }
}
