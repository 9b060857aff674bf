package org.spoolscope.ui.state;

import java.time.Duration;
import java.time.Instant;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Times;

/// What becomes of a queue, or of a part of it, in words.
public final class DrainText {
    /// Further away than that, a time of day is not clear.
    private static final Duration TODAY = Duration.ofHours(18);

    private DrainText() {}

    /// Such as `draining, empty between 14:20 and 14:35`.
    public static DisplayText of(Drain drain, Instant now, Times times) {
        return switch (drain) {
            case Drain.TooEarly() -> Words.get("drain.too-early");
            case Drain.Empty() -> Words.get("drain.only-held");
            case Drain.Growing() -> Words.get("drain.growing");
            case Drain.NotDraining() -> Words.get("drain.not-draining");
            case Drain.Draining draining -> draining(draining, now, times);
        };
    }

    private static DisplayText draining(Drain.Draining draining, Instant now, Times times) {
        Instant latest = draining.latest();
        Instant last = latest == null ? draining.earliest() : latest;
        if (last.isAfter(now.plus(TODAY))) {
            return Words.get("drain.in", Wording.until(draining, now));
        }
        DisplayText from = times.minute(draining.earliest());
        if (latest == null) {
            return Words.get("drain.after", from);
        }
        DisplayText to = times.minute(latest);
        return from.equals(to) ? Words.get("drain.at", to) : Words.get("drain.between", from, to);
    }
}
