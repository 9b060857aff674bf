package org.spoolscope.ui.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.MailRates.Percentiles;
import org.spoolscope.model.MailRates.Span;
import org.spoolscope.model.MailRates.StageDelays;
import org.spoolscope.model.Words;

/// Rates, ratios and delays by the log, over the last minute, five minutes and hour.
final class MailFigures {
    private static final DisplayText NONE = DisplayText.of("–");
    private static final List<String> RATES =
            List.of("arrived", "sent", "deferred", "bounced", "rejected", "deferral", "bounce");
    private static final List<String> STAGES = List.of("a", "b", "c", "d");

    private MailFigures() {}

    static List<FigureTable.Column> rateColumns() {
        return columns("server.rate.", RATES);
    }

    static List<FigureTable.Column> delayColumns() {
        return columns("server.delay.", STAGES);
    }

    /// Empty before any line was read.
    static List<FigureRow> rates(@Nullable MailRates rates) {
        return rows(
                rates,
                span ->
                        List.of(
                                perMinute(span, span.arrived()),
                                perMinute(span, span.sent()),
                                perMinute(span, span.deferred()),
                                perMinute(span, span.bounced()),
                                perMinute(span, span.rejected()),
                                share(span.deferralRate()),
                                share(span.bounceRate())));
    }

    /// Half of the attempts, and 95 of 100, took that long; empty before any line was read.
    static List<FigureRow> delays(@Nullable MailRates rates) {
        return rows(
                rates,
                span -> {
                    StageDelays delays = span.delays();
                    return List.of(
                            pair(delays.beforeQueue()),
                            pair(delays.inQueue()),
                            pair(delays.connecting()),
                            pair(delays.sending()));
                });
    }

    private static List<FigureTable.Column> columns(String prefix, List<String> keys) {
        return keys.stream()
                .map(key ->
                        new FigureTable.Column(
                                Words.get(prefix + key), Words.get(prefix + key + ".is")))
                .toList();
    }

    private static List<FigureRow> rows(
            @Nullable MailRates rates, Function<Span, List<DisplayText>> cells) {
        if (rates == null) {
            return List.of();
        }
        List<FigureRow> rows = new ArrayList<>();
        rows.add(new FigureRow(Words.get("server.over.1"), cells.apply(rates.minute())));
        rows.add(new FigureRow(Words.get("server.over.5"), cells.apply(rates.fiveMinutes())));
        rows.add(new FigureRow(Words.get("server.over.60"), cells.apply(rates.hour())));
        return rows;
    }

    /// With one decimal while a whole number would say too little.
    private static DisplayText perMinute(Span span, long count) {
        double rate = span.perMinute(count);
        if (Double.isNaN(rate)) {
            return NONE;
        }
        return DisplayText.of(
                rate > 0 && rate < 10
                        ? String.format(Locale.ROOT, "%.1f", rate)
                        : Figures.count(Math.round(rate)));
    }

    private static DisplayText share(double share) {
        return Double.isNaN(share) ? NONE : DisplayText.of(Figures.percent(share));
    }

    private static DisplayText pair(Percentiles delays) {
        return Double.isNaN(delays.median())
                ? NONE
                : Words.get("server.delay.pair", millis(delays.median()), millis(delays.p95()));
    }

    private static String millis(double millis) {
        if (millis == 0) {
            return "0 ms";
        }
        return millis < 60_000
                ? Figures.millis(millis)
                : Figures.span(Duration.ofMillis((long) millis));
    }
}
