package org.spoolscope.ui.server;

import java.time.Duration;
import java.time.Instant;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;

/// What becomes of the queue, in words.
final class DrainWords {
    /// Further away than that, a time of day is not clear.
    private static final Duration TODAY = Duration.ofHours(18);

    private DrainWords() {}

    /// Empty without a link, before the first listing and when nothing is queued.
    static DisplayText of(ServerSnapshot server, Instant now, Times times) {
        if (!server.link().isUp() || !server.hasListing() || server.counts().total() == 0) {
            return DisplayText.EMPTY;
        }
        return switch (server.growth().drain()) {
            case Drain.TooEarly() -> Words.get("server.drain.too-early");
            case Drain.Empty() -> Words.get("server.drain.only-held");
            case Drain.Growing() -> Words.get("server.drain.growing");
            case Drain.NotDraining() -> Words.get("server.drain.not-draining");
            case Drain.Draining draining -> draining(draining, now, times);
        };
    }

    private static DisplayText draining(Drain.Draining draining, Instant now, Times times) {
        Instant latest = draining.latest();
        Instant last = latest == null ? draining.earliest() : latest;
        if (last.isAfter(now.plus(TODAY))) {
            return Words.get("server.drain.in", Wording.until(draining, now));
        }
        DisplayText from = times.minute(draining.earliest());
        if (latest == null) {
            return Words.get("server.drain.after", from);
        }
        DisplayText to = times.minute(latest);
        return from.equals(to)
                ? Words.get("server.drain.at", to)
                : Words.get("server.drain.between", from, to);
    }
}
