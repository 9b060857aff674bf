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
    NAME(190, Comparator.comparing(row -> row.figures().name().toLowerCase(Locale.ROOT))),
    SERVER(90, Comparator.comparing(DestinationRow::server)),
    ATTEMPTS(100, number(DestinationFigures::attempts)),
    SENT(76, number(DestinationFigures::sent)),
    DEFERRAL(92, number(DestinationFigures::deferralRate)),
    BOUNCE(92, number(DestinationFigures::bounceRate)),
    MEDIAN(92, number(figures -> figures.delay().median())),
    P95(80, number(figures -> figures.delay().p95())),
    CONNECTIONS(92, number(DestinationFigures::connections)),
    REPLY(260, Comparator.comparing(row -> CauseText.top(row.figures()).toString()));

    private static final DisplayText NONE = Words.get("figure.unknown");

    private final double width;
    private final Comparator<DestinationRow> order;
    private final String key = name().toLowerCase(Locale.ROOT);

    DestinationColumn(double width, Comparator<DestinationRow> order) {
        this.width = width;
        this.order = order;
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
        Comparator<DestinationRow> first = descending ? order.reversed() : order;
        Comparator<DestinationRow> unknownLast = Comparator.comparing(this::isUnknown);
        return unknownLast
                .thenComparing(first)
                .thenComparing(ATTEMPTS.order.reversed())
                .thenComparing(NAME.order);
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
