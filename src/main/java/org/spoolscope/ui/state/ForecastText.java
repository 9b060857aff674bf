package org.spoolscope.ui.state;

import java.time.Duration;
import java.time.Instant;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.Prospect;
import org.spoolscope.ui.control.Times;

/// When a queued message is tried next, and when it goes back to its sender, in words.
public final class ForecastText {
    private ForecastText() {}

    /// `between 14:03 and 14:08, in 3–8 min`.
    public static DisplayText nextAttempt(Prospect prospect, Times times) {
        Instant now = prospect.now();
        return switch (prospect.nextAttempt()) {
            case Forecast.Now _ ->
                    prospect.message().queue() == QueueName.ACTIVE
                            ? Words.get("forecast.next.active")
                            : Words.get("forecast.next.soon");
            case Forecast.Overdue(Instant since) ->
                    Words.get("forecast.next.overdue", times.minuteBeside(since, now));
            case Forecast.Never _ -> never("forecast.next", prospect);
            case Forecast.Between(Instant earliest, Instant latest) -> {
                DisplayText by = times.minuteBeside(latest, now);
                if (earliest.isAfter(now)) {
                    DisplayText from = times.minuteBeside(earliest, now);
                    DisplayText in = spans(now, earliest, latest);
                    yield from.equals(by)
                            ? Words.get("forecast.next.at", by, in)
                            : Words.get("forecast.next.between", from, by, in);
                }
                yield prospect.message().lastAttempt() == null
                        ? Words.get("forecast.next.unknown", by, span(now, latest))
                        : Words.get("forecast.next.due", by);
            }
        };
    }

    /// `to its sender in 3 d 4 h (between 2026-03-16 14:03 and 15:15)`.
    public static DisplayText comesBack(Prospect prospect, Times times) {
        Instant now = prospect.now();
        DisplayText who =
                Words.get(
                        prospect.message().nullSender()
                                ? "forecast.back.nobody"
                                : "forecast.back.sender");
        return switch (prospect.comesBack()) {
            case Forecast.Now _ -> Words.get("forecast.back.now", who);
            case Forecast.Overdue(Instant since) ->
                    Words.get("forecast.back.overdue", who, times.minuteBeside(since, now));
            case Forecast.Never _ -> never("forecast.back", prospect);
            case Forecast.Between(Instant earliest, Instant latest) ->
                    earliest.isAfter(now)
                            ? comesBack(who, now, earliest, latest, times)
                            : Words.get("forecast.back.next", who, times.minuteBeside(latest, now));
        };
    }

    private static DisplayText comesBack(
            DisplayText who, Instant now, Instant earliest, Instant latest, Times times) {
        DisplayText in = span(now, earliest);
        DisplayText from = times.minuteBeside(earliest, now);
        return from.equals(times.minuteBeside(latest, now))
                ? Words.get("forecast.back.at", who, in, from)
                : Words.get(
                        "forecast.back.between",
                        who,
                        in,
                        from,
                        times.minuteBeside(latest, earliest));
    }

    /// For a narrow column: `3–8 min`, `≤ 68 min` where the last attempt is not known.
    public static DisplayText untilNextAttempt(Prospect prospect) {
        Instant now = prospect.now();
        return prospect.nextAttempt() instanceof Forecast.Between(var earliest, var latest)
                        && earliest.isAfter(now)
                ? spans(now, earliest, latest)
                : inShort(prospect.nextAttempt(), prospect);
    }

    /// For a narrow column: `3 d 4 h`.
    public static DisplayText untilItComesBack(Prospect prospect) {
        return inShort(prospect.comesBack(), prospect);
    }

    private static DisplayText inShort(Forecast forecast, Prospect prospect) {
        Instant now = prospect.now();
        return switch (forecast) {
            case Forecast.Now _ -> Words.get("forecast.short.now");
            case Forecast.Overdue _ -> Words.get("forecast.short.overdue");
            case Forecast.Never _ -> never("forecast.short", prospect);
            case Forecast.Between(Instant earliest, Instant latest) ->
                    earliest.isAfter(now)
                            ? span(now, earliest)
                            : Words.get("forecast.short.within", span(now, latest));
        };
    }

    private static DisplayText never(String key, Prospect prospect) {
        return Words.get(
                key + (prospect.message().queue() == QueueName.HOLD ? ".held" : ".damaged"));
    }

    private static DisplayText span(Instant now, Instant until) {
        return DisplayText.of(Figures.span(Duration.between(now, until)));
    }

    private static DisplayText spans(Instant now, Instant earliest, Instant latest) {
        return DisplayText.of(
                Figures.spans(Duration.between(now, earliest), Duration.between(now, latest)));
    }
}
