package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.ui.control.Times;

/// What receivers did because of one list, in words.
final class Harm {
    private static final int MOST_NAMED = 3;

    private final Times times;
    private final Instant now;

    /// @param now what tells whether a time is of today
    Harm(Times times, Instant now) {
        this.times = times;
        this.now = now;
    }

    /// Of several ways to call the same list together.
    DisplayText of(List<ListRefusals> refusals) {
        if (refusals.isEmpty()) {
            return Words.get("blocklist.harm.none");
        }
        long bounced = refusals.stream().mapToLong(ListRefusals::bounced).sum();
        long deferred = refusals.stream().mapToLong(ListRefusals::deferred).sum();
        double share = refusals.stream().mapToDouble(ListRefusals::share).sum();
        Instant first =
                refusals.stream().map(ListRefusals::first).min(Instant::compareTo).orElse(now);
        String key = bounced == 0 ? "deferred" : deferred == 0 ? "bounced" : "both";
        return Words.get(
                "blocklist.harm." + key,
                Figures.count(bounced),
                Figures.count(deferred),
                Figures.percent(Math.min(1, share)),
                times.minuteBeside(first, now),
                by(refusals));
    }

    private static DisplayText by(List<ListRefusals> refusals) {
        Set<String> all = new LinkedHashSet<>();
        refusals.forEach(one -> all.addAll(one.by()));
        List<String> named = all.stream().limit(MOST_NAMED).toList();
        if (named.isEmpty()) {
            return Words.get("blocklist.harm.somebody");
        }
        String names = String.join(", ", named);
        int more = all.size() - named.size();
        return more == 0
                ? DisplayText.of(names)
                : Words.get("blocklist.harm.more", names, Figures.count(more));
    }
}
