package org.spoolscope.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.spoolscope.lab.ToolLog.Kind;
import org.spoolscope.ui.ShownFigure;

/// Compares each figure that a page shows with what the tools say. A figure that it does not know
/// differs, and so does one that it knows and that is not there.
final class FiguresComparison {
    private static final Map<String, Integer> SPANS = new LinkedHashMap<>();
    private static final long KNOWN_AT_LAST_MILLIS = 30_000;
    private static final List<String> STAGES =
            List.of("before the queue", "in the queue", "connecting", "transmitting");

    static {
        SPANS.put("last minute", 60);
        SPANS.put("last 5 min", 300);
        SPANS.put("last hour", 3600);
    }

    private final ToldFigures told;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<ComparedFigure> compared = new ArrayList<>();

    FiguresComparison(ToldFigures told, List<ShownFigure> figures) {
        this.told = told;
        for (ShownFigure figure : figures) {
            if (figure.place().contains(": ")) {
                shown.put(figure.place(), figure.text());
            } else {
                texts.add(figure.text());
            }
        }
    }

    List<ComparedFigure> fleet() {
        number("card-lab: queued", told.total());
        growth("card-lab: change");
        number("card-lab: deferral", told.deferral(300));
        number("card-lab: bounce", told.bounce(300));
        compared.add(
                DrainWords.compare("card-lab: empty in", shown.remove("card-lab: empty in"), told));
        number("card-lab: iowait", told.cpu(ToolFrame::iowait));
        return rest();
    }

    List<ComparedFigure> server() {
        host();
        for (String instance : ToolFrame.INSTANCES) {
            String row = "server-instances: " + (instance.equals("postfix") ? "default" : instance);
            number(row + ", total", told.total(instance));
            span(row + ", known by", told.look());
            for (String queue : ToolFrame.QUEUES) {
                number(row + ", " + queue, told.queued(instance, queue));
            }
        }
        SPANS.forEach(this::mail);
        charts();
        return rest();
    }

    private void host() {
        parts(
                "server-tiles: CPU: user, system, iowait, steal",
                " · ",
                told.cpu(frame -> frame.figure("cpu", 0) + frame.figure("cpu", 1)).times(100),
                told.cpu(FiguresComparison::system).times(100),
                told.cpu(ToolFrame::iowait).times(100),
                told.cpu(frame -> frame.figure("cpu", 7)));
        parts(
                "server-tiles: Load: 1, 5, 15 min",
                " · ",
                told.sampled(frame -> frame.figure("load", 0)),
                told.sampled(frame -> frame.figure("load", 1)),
                told.sampled(frame -> frame.figure("load", 2)));
        parts(
                "server-tiles: Memory available",
                " of ",
                told.sampled(frame -> frame.figure("available", 0) * 1024.0),
                told.sampled(frame -> frame.figure("total", 0) * 1024.0));
        parts(
                "server-tiles: Disk " + told.last().disk(),
                " busy, ",
                told.rise(frame -> frame.figure("requests", 9)),
                told.rise(FiguresComparison::requests).times(1_000));
        parts(
                "server-tiles: Spool free",
                " of ",
                told.space(frame -> frame.figure("spool", 0) * 1024.0),
                told.space(frame -> frame.figure("spool", 1) * 1024.0));
        number(
                "server-tiles: Inodes free",
                told.space(frame -> frame.figure("spool", 2) / frame.figure("spool", 3)));
    }

    private void mail(String name, int span) {
        for (Kind kind : Kind.values()) {
            number(
                    "server-rates: " + name + ", " + kind.name().toLowerCase(Locale.ROOT),
                    told.perMinute(kind, span));
        }
        number("server-rates: " + name + ", deferral rate", told.deferral(span));
        number("server-rates: " + name + ", bounce rate", told.bounce(span));
        for (int stage = 0; stage < STAGES.size(); stage++) {
            parts(
                    "server-delays: " + name + ", " + STAGES.get(stage),
                    " · ",
                    told.delay(stage, 50, span),
                    told.delay(stage, 95, span));
        }
    }

    private void charts() {
        for (String queue : ToolFrame.QUEUES) {
            number("server-chart-queue: " + queue, told.charted(frame -> frame.queued(queue)));
        }
        for (Kind kind : List.of(Kind.ARRIVING, Kind.SENT, Kind.DEFERRED, Kind.BOUNCED)) {
            number(
                    "server-chart-mail: " + kind.name().toLowerCase(Locale.ROOT),
                    told.chartedPerMinute(kind));
        }
        number("server-chart-failure: deferral", told.deferral(300));
        number("server-chart-failure: bounce", told.bounce(300));
        growth("server-chart-growth: growth");
        number("server-chart-host: iowait", told.cpu(ToolFrame::iowait));
        number("server-chart-host: I/O pressure", told.rise(ToolFrame::pressure));
        number(
                "server-chart-disk-latency: latency",
                told.rise(
                        frame -> frame.figure("requests", 3) + frame.figure("requests", 7),
                        FiguresComparison::requests));
        number("server-chart-round-trip: round trip", told.roundTrip());
    }

    private static double system(ToolFrame frame) {
        return frame.figure("cpu", 2) + frame.figure("cpu", 5) + frame.figure("cpu", 6);
    }

    private static double requests(ToolFrame frame) {
        return frame.figure("requests", 0) + frame.figure("requests", 4);
    }

    /// Nothing is told of the first twenty seconds.
    private void growth(String place) {
        String text = shown.getOrDefault(place, "");
        boolean none = FigureText.rounded(text).isNone();
        if (none && !told.isGrowthKnown(KNOWN_AT_LAST_MILLIS)) {
            shown.remove(place);
            compared.add(new ComparedFigure(place, text, "too early", true));
        } else {
            number(place, told.growth());
        }
    }

    private void number(String place, Bounds says) {
        figure(place, FigureText::rounded, says);
    }

    private void span(String place, Bounds says) {
        figure(place, FigureText::span, says);
    }

    private void figure(String place, Function<String, Bounds> read, Bounds says) {
        String text = shown.remove(place);
        compared.add(
                text == null
                        ? new ComparedFigure(place, "is not there", says.toString(), false)
                        : ComparedFigure.of(place, text, read.apply(text), says));
    }

    private void parts(String place, String between, Bounds... says) {
        String text = shown.remove(place);
        String[] parts = text == null ? new String[0] : text.split(Pattern.quote(between));
        for (int i = 0; i < says.length; i++) {
            String part = parts.length == says.length ? parts[i] : "is not there";
            compared.add(
                    ComparedFigure.of(
                            place + " (" + (i + 1) + ")", part, FigureText.rounded(part), says[i]));
        }
    }

    private List<ComparedFigure> rest() {
        compared.addAll(new SentenceFigures(told).compare(texts));
        shown.forEach((place, text) -> compared.add(new ComparedFigure(place, text, "?", false)));
        return compared;
    }
}
