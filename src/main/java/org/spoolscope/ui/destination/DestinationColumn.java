package org.spoolscope.ui.destination;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.spoolscope.model.DestinationFigures;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;

/// The columns of the table, from left to right.
enum DestinationColumn {
    NAME(190),
    SERVER(90),
    ATTEMPTS(100),
    SENT(76),
    DEFERRAL(92),
    BOUNCE(92),
    MEDIAN(92),
    P95(80),
    CONNECTIONS(92),
    REPLY(260);

    private static final DisplayText NONE = Words.get("figure.unknown");

    private final double width;
    private final String key = name().toLowerCase(Locale.ROOT);

    DestinationColumn(double width) {
        this.width = width;
    }

    String id() {
        return "column-" + key;
    }

    double width() {
        return width;
    }

    boolean isFigure() {
        return this != NAME && this != SERVER && this != REPLY;
    }

    DisplayText title() {
        return Words.get("destination.column." + key);
    }

    /// What the figures are, for those who rest the pointer on the heading or don't see it.
    DisplayText definition() {
        return Words.get("destination.column." + key + ".is");
    }

    /// Ties go to the busier destination; what is not known comes last.
    Comparator<DestinationRow> order(boolean descending) {
        Comparator<DestinationRow> first = descending ? ascending().reversed() : ascending();
        Comparator<DestinationRow> unknownLast = Comparator.comparing(this::isUnknown);
        return unknownLast
                .thenComparing(first)
                .thenComparing(ATTEMPTS.ascending().reversed())
                .thenComparing(NAME.ascending());
    }

    private Comparator<DestinationRow> ascending() {
        return switch (this) {
            case NAME -> Comparator.comparing(row -> row.figures().name().toLowerCase(Locale.ROOT));
            case SERVER -> Comparator.comparing(DestinationRow::server);
            case ATTEMPTS -> number(DestinationFigures::attempts);
            case SENT -> number(DestinationFigures::sent);
            case DEFERRAL -> number(DestinationFigures::deferralRate);
            case BOUNCE -> number(DestinationFigures::bounceRate);
            case MEDIAN -> number(figures -> figures.delay().median());
            case P95 -> number(figures -> figures.delay().p95());
            case CONNECTIONS -> number(DestinationFigures::connections);
            case REPLY -> Comparator.comparing(row -> CauseText.top(row.figures()).toString());
        };
    }

    DisplayText text(DestinationRow row) {
        DestinationFigures figures = row.figures();
        return switch (this) {
            case NAME -> DisplayText.of(figures.name());
            case SERVER -> DisplayText.of(row.server());
            case ATTEMPTS -> DisplayText.of(Figures.count(figures.attempts()));
            case SENT -> DisplayText.of(Figures.count(figures.sent()));
            case DEFERRAL -> percent(figures.deferralRate());
            case BOUNCE -> percent(figures.bounceRate());
            case MEDIAN -> millis(figures.delay().median());
            case P95 -> millis(figures.delay().p95());
            case CONNECTIONS ->
                    figures.connections() == 0
                            ? NONE
                            : DisplayText.of(Figures.count(figures.connections()));
            case REPLY -> CauseText.top(figures);
        };
    }

    static DisplayText percent(double share) {
        return Double.isNaN(share) ? NONE : DisplayText.of(Figures.percent(share));
    }

    static DisplayText millis(double millis) {
        if (Double.isNaN(millis)) {
            return NONE;
        }
        return DisplayText.of(
                millis < 60_000
                        ? Figures.millis(millis)
                        : Figures.span(java.time.Duration.ofMillis((long) millis)));
    }

    private boolean isUnknown(DestinationRow row) {
        return isFigure() && text(row).equals(NONE);
    }

    private static Comparator<DestinationRow> number(ToDoubleFunction<DestinationFigures> of) {
        return Comparator.comparingDouble(row -> of.applyAsDouble(row.figures()));
    }
}
