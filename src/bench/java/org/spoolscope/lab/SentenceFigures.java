package org.spoolscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures in the sentences of a page. One with a digit in it that is not known here differs.
final class SentenceFigures {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern ONE_REASON =
            Pattern.compile("(\\S+) of (\\S+) messages wait for one reason\\.");

    /// `example.net: Mailbox full (452 4.2.2)`.
    private static final Pattern REASON =
            Pattern.compile("(\\S+): (.+?)(?: \\((\\d{3} [\\d.]+)\\))?");

    private final ToldFigures told;

    /// Compares what the groups of a pattern found.
    private record Sentence(
            Pattern pattern, BiFunction<MatchResult, ToldFigures, List<ComparedFigure>> compare) {}

    private static final List<Sentence> SENTENCES =
            List.of(
                    sentence(
                            "1 server · (\\S+) queued.*",
                            (found, told) ->
                                    List.of(
                                            number(
                                                    "servers: queued",
                                                    found.group(1),
                                                    told.total()))),
                    sentence(
                            "Postfix (\\S+) · (\\S+ m?s)",
                            (found, told) ->
                                    List.of(
                                            version(found.group(1), told),
                                            roundTrip("card", found.group(2), told))),
                    sentence(
                            "Postfix (\\S+) · 127\\.0\\.0\\.1 · round trip (\\S+ m?s)"
                                    + " · queue (?:by the log, )?listed (.+) ago(?:, every 30 min)?(?: · (.+))?",
                            SentenceFigures::details),
                    sentence(
                            "The queue grows by (.+)\\.",
                            (found, told) ->
                                    List.of(number("grows by", found.group(1), told.growth()))),
                    sentence(
                            "(\\S+) messages wait, and more arrive than leave\\.",
                            (found, told) -> List.of(number("wait", found.group(1), told.total()))),
                    sentence(
                            "iowait (.+), I/O pressure (.+) on average: .*",
                            (found, told) ->
                                    List.of(
                                            number(
                                                    "iowait on average",
                                                    found.group(1),
                                                    told.averageCpu(ToolFrame::iowait)),
                                            number(
                                                    "I/O pressure on average",
                                                    found.group(2),
                                                    told.average(ToolFrame::pressure)))),
                    sentence(
                            "watched since (\\S+)",
                            (found, told) ->
                                    List.of(
                                            ComparedFigure.of(
                                                    "watched since",
                                                    found.group(1),
                                                    FigureText.time(found.group(1)),
                                                    told.firstSample()))));

    SentenceFigures(ToldFigures told) {
        this.told = told;
    }

    List<ComparedFigure> compare(List<String> texts) {
        List<ComparedFigure> compared = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Matcher oneReason = ONE_REASON.matcher(texts.get(i));
            if (oneReason.matches()) {
                compared.addAll(oneReason(oneReason, texts.get(++i)));
            } else if (DIGIT.matcher(texts.get(i)).find()) {
                compared.addAll(compare(texts.get(i)));
            }
        }
        return compared;
    }

    /// The sentence after it names the reason.
    private List<ComparedFigure> oneReason(MatchResult found, String next) {
        Matcher reason = REASON.matcher(next);
        Bounds waiting = Bounds.NONE;
        if (reason.matches()) {
            String code = reason.group(3) == null ? "" : reason.group(3) + " ";
            waiting = told.waiting(reason.group(1), code + reason.group(2));
        }
        return List.of(
                number("for one reason", found.group(1), waiting),
                number("of all", found.group(2), told.total()));
    }

    private List<ComparedFigure> compare(String text) {
        for (Sentence sentence : SENTENCES) {
            Matcher found = sentence.pattern().matcher(text);
            if (found.matches()) {
                return sentence.compare().apply(found, told);
            }
        }
        return List.of(new ComparedFigure("?", text, "?", false));
    }

    private static List<ComparedFigure> details(MatchResult found, ToldFigures told) {
        List<ComparedFigure> all = new ArrayList<>();
        all.add(version(found.group(1), told));
        all.add(roundTrip("server", found.group(2), told));
        String ago = found.group(3);
        all.add(ComparedFigure.of("listed ago", ago, FigureText.span(ago), told.listedAgo()));
        String drain = found.group(4);
        if (drain != null) {
            all.add(DrainWords.compare("becomes empty", drain, told));
        }
        return all;
    }

    private static ComparedFigure version(String shown, ToldFigures told) {
        return ComparedFigure.of("Postfix", shown, told.version());
    }

    private static ComparedFigure roundTrip(String where, String shown, ToldFigures told) {
        return number("round trip, " + where, shown, told.roundTrip());
    }

    private static ComparedFigure number(String figure, String shown, Bounds says) {
        return ComparedFigure.of(figure, shown, FigureText.rounded(shown), says);
    }

    private static Sentence sentence(
            String pattern, BiFunction<MatchResult, ToldFigures, List<ComparedFigure>> compare) {
        return new Sentence(Pattern.compile(pattern), compare);
    }
}
