package org.spoolscope.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;

/// What the lists say, for people: the addresses that are worst off first, each with a sentence,
/// then every list that is not simply clean, with its proof.
final class ListCheckReport {
    /// From the worst to the best; what is not known stands before what is clean.
    private static final List<Verdict> ORDER =
            List.of(
                    Verdict.LISTED,
                    Verdict.POLICY,
                    Verdict.REFUSED,
                    Verdict.REWRITTEN,
                    Verdict.WILDCARD,
                    Verdict.ERROR,
                    Verdict.TIMEOUT,
                    Verdict.UNVERIFIED,
                    Verdict.DEAD,
                    Verdict.CLEAN);

    private static final int TXT = 120;

    private final Terminal terminal;
    private final Catalogue catalogue;

    ListCheckReport(Terminal terminal, Catalogue catalogue) {
        this.terminal = terminal;
        this.catalogue = catalogue;
    }

    void print(List<ListCheck> checks) {
        Map<String, List<ListCheck>> bySubject =
                checks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ListCheck::subject,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (checks.isEmpty()) {
            terminal.print(Words.get("cli.check-ip.no-list"));
        }
        boolean first = true;
        for (List<ListCheck> ofOne : worstFirst(bySubject)) {
            if (!first) {
                terminal.print(DisplayText.EMPTY);
            }
            first = false;
            printOne(ofOne);
        }
        if (bySubject.size() > 1) {
            terminal.print(DisplayText.EMPTY);
            long listed =
                    bySubject.values().stream()
                            .filter(one -> count(one, Verdict.LISTED) > 0)
                            .count();
            terminal.print(Words.get("cli.check-ip.total", bySubject.size(), listed));
        }
    }

    private static List<List<ListCheck>> worstFirst(Map<String, List<ListCheck>> bySubject) {
        return bySubject.values().stream()
                .sorted(
                        Comparator.<List<ListCheck>>comparingLong(
                                        checks -> -count(checks, Verdict.LISTED))
                                .thenComparingLong(checks -> -count(checks, Verdict.POLICY)))
                .toList();
    }

    private void printOne(List<ListCheck> checks) {
        ListCheck any = checks.getFirst();
        long known = checks.stream().filter(check -> check.verdict().isAnswer()).count();
        long listed = count(checks, Verdict.LISTED);
        terminal.print(
                List.of(
                        new Painted(
                                Words.get(
                                        "cli.check-ip.sentence",
                                        any.subject(),
                                        listed,
                                        known,
                                        any.resolver()),
                                Tint.HEADING)));
        if (known < checks.size()) {
            terminal.print(Words.get("cli.check-ip.unknown", checks.size() - known, checks.size()));
        }
        Table table =
                new Table(
                        terminal,
                        List.of(
                                Column.text("cli.column.verdict"),
                                Column.text("cli.column.list"),
                                Column.text("cli.column.codes").atMost(40),
                                Column.text("cli.column.meaning")));
        checks.stream()
                .filter(check -> check.verdict() != Verdict.CLEAN || !check.codes().isEmpty())
                .sorted(Comparator.comparingInt(check -> ORDER.indexOf(check.verdict())))
                .forEach(check -> rows(table, check));
        table.flush();
        List<String> clean =
                checks.stream()
                        .filter(check -> check.verdict() == Verdict.CLEAN)
                        .map(ListCheck::list)
                        .toList();
        if (!clean.isEmpty()) {
            terminal.print(Words.get("cli.check-ip.clean", clean.size(), String.join(", ", clean)));
        }
    }

    private void rows(Table table, ListCheck check) {
        table.row(
                new Painted(DisplayText.of(check.verdict().label()), tint(check.verdict())),
                Painted.foreign(check.list()),
                Painted.foreign(String.join(" ", check.codes())),
                Painted.foreign(check.meaning()));
        proof(check)
                .forEach(line ->
                        table.row(
                                Painted.plain(DisplayText.EMPTY),
                                Painted.plain(DisplayText.EMPTY),
                                Painted.plain(DisplayText.EMPTY),
                                new Painted(line, Tint.FAINT)));
    }

    private List<DisplayText> proof(ListCheck check) {
        List<DisplayText> lines = new ArrayList<>();
        if (!check.txt().isEmpty()) {
            lines.add(Words.get("cli.check-ip.txt", DisplayText.of(check.txt()).clip(TXT)));
        }
        if (check.verdict() == Verdict.LISTED || check.verdict() == Verdict.POLICY) {
            catalogue
                    .find(check.list())
                    .map(Blocklist::delist)
                    .map(page -> page.replace("{ip}", check.subject()))
                    .ifPresent(page -> lines.add(Words.get("cli.check-ip.delist", page)));
        }
        return lines;
    }

    private static long count(List<ListCheck> checks, Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }

    private static Tint tint(Verdict verdict) {
        return switch (verdict) {
            case LISTED -> Tint.BAD;
            case POLICY -> Tint.WARN;
            case CLEAN -> Tint.GOOD;
            case REFUSED, WILDCARD, REWRITTEN, DEAD, UNVERIFIED, TIMEOUT, ERROR -> Tint.FAINT;
        };
    }
}
